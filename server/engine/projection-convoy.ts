import { isOvertaken, type Place } from './checkpoint'
import { type Convoy, startConvoy } from './convoy'
import { nameOf } from './members'
import { ProjectionFailed } from './poison'
import type { Projection } from './projection'
import { aheadOf, type ProjectorOptions } from './projector'
import type { ReadAhead } from './read-ahead'
import { catchUpOrRebuild } from './rebuild'
import { LOOK_UP_BY_KEY, type StepDone, type StepOptions, step } from './step'
import { settingLocally, transaction } from './transaction'

/** Whose checkpoint another worker holds is looked at again after this time: he may not have seen what woke us. */
const HELD_MS = 20

/** Keeps projections up to date, in one transaction a batch for all of them. */
export function startProjectionConvoy(
  options: ProjectorOptions & {
    ahead?: ReadAhead
    paceMs?: number
    onError: (error: Error, about: string) => void
  } & Pick<StepOptions, 'isUnhurried'>,
  projections: readonly Projection[],
): Convoy {
  let expected: Place | null = null
  const { ahead = aheadOf(options, projections) } = options
  const convoy = startConvoy<Projection>({
    readers: projections,
    paceMs: options.paceMs ?? 0,
    onError: options.onError,
    alone: (projection, signal) => catchUpOrRebuild({ ...options, poison: 'park' }, projection, { signal }),
    async together(present) {
      try {
        const found = expected?.target ? await ahead.take(expected) : undefined
        const done = await stepTogether({ ...options, ahead, expected: expected && { ...expected, found } }, present)
        expected = commonPlace(done)
        if (done.missing.length > 0) setTimeout(() => void convoy.wake(), HELD_MS).unref()
        return afterStep(done)
      } catch (error) {
        expected = null
        if (isOvertaken(error)) return { alone: [], again: true }
        if (!(error instanceof ProjectionFailed)) throw error
        return { alone: present.filter(({ name }) => name === error.projection), again: true }
      }
    },
  })
  return convoy
}

function stepTogether(
  options: ProjectorOptions & Pick<StepOptions, 'ahead' | 'expected' | 'isUnhurried'>,
  projections: readonly Projection[],
): Promise<StepDone> {
  const own = { ...options, patience: 'leave', poison: 'throw', isSetUp: true } as const
  return transaction(
    options.sql,
    (tx, last) => step(tx, { ...own, last }, projections, 'read'),
    ' isolation level repeatable read',
    settingLocally({ ...LOOK_UP_BY_KEY, search_path: 'read' }),
  )
}

/** Where all of them stand, if it is one place. */
function commonPlace({ stepped }: StepDone): Place | null {
  const places = new Map(stepped.map(({ checkpoint }) => [nameOf(checkpoint), checkpoint]))
  const [place] = places.values()
  return places.size === 1 && place ? place : null
}

/** All that are equally far behind go on together; of others, those with a long way to go do so alone. */
function afterStep({ stepped, outdated }: StepDone): { alone: Projection[]; again: boolean } {
  const behind = stepped.filter(({ more }) => more).map(({ projection }) => projection)
  const areAllBehind = behind.length === stepped.length
  return { alone: [...outdated, ...(areAllBehind ? [] : behind)], again: behind.length > 0 && areAllBehind }
}
