import type { TransactionSql } from '../database/postgres'
import type { Place } from '../log/checkpoint'
import type { Recorded } from '../log/event'
import { isVisible } from '../log/mark'
import { readBetween } from '../log/read-between'
import { readNew, startOfDifference } from '../log/read-new'
import { findNotApplied, isApplied, isSame, type NotApplied } from '../parking/not-applied'
import { foldParts } from '../projections/audit'
import type { Audited } from '../projections/projection'
import { inOneSnapshot } from '../projector/fold-parts'
import type { Verdict } from './findings'
import { report } from './findings'
import { type AuditOptions, compareParts, currentCheckpoint, draw } from './sample'

/** The rest of the log, which is read in the snapshot of the comparison, is no longer than this. */
const MOST_AT_THE_END = 2000

type Walker = {
  projection: Audited
  parts: ReadonlySet<string>
  states: Map<string, unknown>
  /** What is not folded, since it is not in the rows either. */
  waiting: NotApplied
  /** It could not fold an event: that one may have begun to wait meanwhile. */
  failure: unknown
}

/** A walk through the whole log, for those of whose rows nobody can say where their events stand. */
export type AuditWalk = {
  /** Reads on. Answers whether the end is near enough to compare. */
  step: (events: number) => Promise<'more' | 'near'>
  /** Compares what was folded with the rows; what cannot be compared now is left out. */
  finish: () => Promise<Map<string, Verdict>>
  reached: () => number
}

/**
 * Begins a walk for all these projections at once, so that the log is read and deciphered once for all of them. It goes
 * from the first event to a place that all of them have passed; what they took in since is read at the end, in the same
 * snapshot as their rows. Null where there is nothing to compare yet.
 */
export async function beginWalk(
  { sql, definitions }: AuditOptions,
  projections: readonly Audited[],
  count: number,
): Promise<AuditWalk | null> {
  const types = [...new Set(projections.flatMap(({ handles }) => handles))]
  const begun = await inOneSnapshot(sql, async (tx) => {
    const target = await commonSnapshot(tx, projections)
    const walkers: Walker[] = []
    for (const projection of projections) {
      const checkpoint = await currentCheckpoint(tx, projection)
      if (!checkpoint || !target || !isAsNew(checkpoint.snapshot, target)) continue
      const drawn = await draw(tx, definitions, projection, count, checkpoint)
      const states = (await projection.audit.begin?.(tx, drawn)) ?? new Map()
      const waiting = await findNotApplied(tx, projection.name)
      walkers.push({ projection, parts: new Set(drawn), states, waiting, failure: null })
    }
    return { target, walkers }
  })
  const { target, walkers } = begun
  if (target === null || walkers.length === 0) return null
  let place: Place = { snapshot: '1:1:', target, reached: 0 }

  function take(events: readonly Recorded[]): void {
    for (const walker of walkers) {
      const { projection, parts, states, waiting } = walker
      const own = events.filter((event) => projection.handles.includes(event.type) && isApplied(event, waiting))
      try {
        foldParts(projection.audit, parts, own, states)
      } catch (error) {
        walker.failure ??= error
      }
    }
  }

  /** What came since is a walk of its own where it is too long to be read while somebody waits. */
  const goOn = () =>
    inOneSnapshot(sql, async (tx): Promise<'more' | 'near'> => {
      const newer = await commonSnapshot(
        tx,
        walkers.map(({ projection }) => projection),
      )
      if (newer === null || !isAsNew(newer, place.snapshot)) return 'near'
      const from = { snapshot: newer, target: null, reached: 0 }
      const rest = await readBetween({ sql: tx, definitions, types: [] }, place.snapshot, from, MOST_AT_THE_END / 2)
      if (rest) return 'near'
      place = { snapshot: place.snapshot, target: newer, reached: (await startOfDifference(tx, place.snapshot)) ?? 0 }
      return 'more'
    })

  async function compareOne(tx: TransactionSql, walker: Walker): Promise<Verdict> {
    const { projection, parts, states, waiting, failure } = walker
    const { name, audit, handles } = projection
    const checkpoint = await currentCheckpoint(tx, projection)
    if (!checkpoint || !isAsNew(checkpoint.snapshot, place.snapshot)) return new Map()
    const rest = await readBetween(
      { sql: tx, definitions, types: handles },
      place.snapshot,
      checkpoint,
      MOST_AT_THE_END,
    )
    // What began or ceased to wait meanwhile was folded and is not in the rows, or the other way round.
    if (!rest || !isSame(await findNotApplied(tx, name), waiting)) return new Map()
    if (failure) throw failure
    const applied = rest.filter((event) => isApplied(event, waiting))
    return compareParts(tx, audit, foldParts(audit, parts, applied, states), [...parts])
  }

  return {
    reached: () => place.reached,
    async step(events) {
      if (place.target === null) return goOn()
      const { events: found, next } = await readNew(sql, definitions, place, types, events)
      take(found)
      place = next ?? { snapshot: place.target, target: null, reached: 0 }
      return place.target === null ? goOn() : 'more'
    },
    async finish() {
      const verdicts = new Map<string, Verdict>()
      for (const walker of walkers) {
        const { name } = walker.projection
        const verdict = await inOneSnapshot(sql, (tx) => compareOne(tx, walker))
        if (verdict.size > 0) await report(sql, name, verdict)
        verdicts.set(name, verdict)
      }
      return verdicts
    },
  }
}

/** A place that as many as possible have passed: where the one stands that is furthest behind and not on a long way. */
async function commonSnapshot(tx: TransactionSql, projections: readonly Audited[]): Promise<string | null> {
  const snapshots: string[] = []
  for (const projection of projections) {
    const checkpoint = await currentCheckpoint(tx, projection)
    if (checkpoint?.target === null && checkpoint.snapshot !== '1:1:') snapshots.push(checkpoint.snapshot)
  }
  return snapshots.reduce<string | null>((least, one) => (least && isAsNew(one, least) ? least : one), null)
}

/** Whether a snapshot sees all that another one sees. */
function isAsNew(snapshot: string, other: string): boolean {
  const [, xmax = '0', running = ''] = snapshot.split(':')
  const [, otherMax = '0'] = other.split(':')
  if (BigInt(xmax) < BigInt(otherMax)) return false
  return running.split(',').every((xid) => xid === '' || !isVisible(xid, other))
}
