import type { TransactionSql } from '../database/postgres'
import { chainOfTransactions, settingLocally } from '../database/transaction'
import { isOvertaken, type Place } from '../log/checkpoint'
import { ProjectionFailed } from '../parking/poison'
import { onePlace } from '../projections/members'
import type { Projection } from '../projections/projection'
import { aheadOf, CheckpointMissing, type ProjectorOptions } from '../projector/projector'
import type { ReadAhead } from '../projector/read-ahead'
import { LOOK_UP_BY_KEY, type Look, look, type StepDone, type StepOptions, step } from '../projector/step'
import { catchUpOrRebuild } from '../rebuilding/rebuild'
import { createRecentRows } from '../rows/recent-rows'
import { type Convoy, startConvoy } from './convoy'

/**
 * Whose checkpoint another worker holds is looked at again after this time: he may not have seen what woke us. Who has
 * none, because there is another number of partitions by now, is looked at less and less.
 */
const HELD_MS = 20
const LONGEST_HELD_MS = 1000

/** So many moves, each begun with the COMMIT before it; then a pause in which whoever waits for a checkpoint gets it. */
const MOST_IN_A_ROW = 5

/** What the next move begins with. */
type Asked = { readers: readonly Projection[]; looked: Promise<Look>; answered: Promise<unknown> }

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
  let inARow = 0
  let heldMs = HELD_MS
  let lookAgain: NodeJS.Timeout | undefined
  const { ahead = aheadOf(options, projections), paceMs = 0 } = options
  const own = { ...options, ahead, patience: 'leave', poison: 'throw', isSetUp: true } as const
  const recent = createRecentRows()
  const opening = settingLocally({ ...LOOK_UP_BY_KEY, search_path: 'read' })
  const chain = chainOfTransactions<Asked>(options.sql, ' isolation level repeatable read', opening)
  const convoy = startConvoy<Projection>({
    readers: projections,
    paceMs,
    onError: options.onError,
    alone: (projection, signal) =>
      catchUpOrRebuild({ ...options, poison: 'park' }, projection, { signal }).catch(unlessMissing),
    async together(present, beginNext) {
      try {
        const found = expected?.target ? await ahead.take(expected) : undefined
        const from = expected && { ...expected, found }
        const done = await chain.transaction(
          (tx, last, { asked, goOn }) => {
            recent.openTo(tx)
            inARow = asked ? inARow + 1 : 1
            const mayGoOn = paceMs === 0 && inARow < MOST_IN_A_ROW
            const onward = (place: Place) => {
              if (beginNext()) goOn((next) => askAhead(next, { ...own, expected: place }, present))
            }
            const all = { ...own, recent, last, expected: from, looked: asked?.looked, ...(mayGoOn && { onward }) }
            return step(tx, all, present, 'read')
          },
          ({ readers }) => areSame(readers, present),
        )
        recent.settle(done.stepped.map(({ checkpoint }) => checkpoint))
        expected = onePlace(done.stepped.map(({ checkpoint }) => checkpoint))
        noteMissing(done.missing)
        return afterStep(done)
      } catch (error) {
        expected = null
        if (isOvertaken(error)) return { alone: [], again: true }
        if (!(error instanceof ProjectionFailed)) throw error
        return { alone: present.filter(({ name }) => name === error.projection), again: true }
      }
    },
  })
  return {
    ...convoy,
    async stop() {
      await convoy.stop()
      clearTimeout(lookAgain)
      await chain.giveUp()
    },
  }

  function noteMissing(missing: readonly Projection[]): void {
    if (missing.length === 0) heldMs = HELD_MS
    else if (!lookAgain) {
      lookAgain = setTimeout(() => {
        lookAgain = undefined
        void convoy.wake()
      }, heldMs).unref()
      heldMs = Math.min(heldMs * 2, LONGEST_HELD_MS)
    }
  }
}

/** Whoever lost his checkpoint on his own way is missing in the convoy too, which looks whether he has one again. */
function unlessMissing(error: Error): void {
  if (!(error instanceof CheckpointMissing)) throw error
}

function askAhead(tx: TransactionSql, options: StepOptions, readers: readonly Projection[]): Asked {
  const looked = look(tx, options, readers, 'read')
  return { readers, looked, answered: looked }
}

const areSame = (some: readonly Projection[], others: readonly Projection[]) =>
  some.length === others.length && some.every((one, index) => one === others[index])

/** All that are equally far behind go on together; of others, those with a long way to go do so alone. */
function afterStep({ stepped, outdated }: StepDone): { alone: Projection[]; again: boolean } {
  const behind = stepped.filter(({ more }) => more).map(({ projection }) => projection)
  const areAllBehind = behind.length === stepped.length
  return { alone: [...outdated, ...(areAllBehind ? [] : behind)], again: behind.length > 0 && areAllBehind }
}
