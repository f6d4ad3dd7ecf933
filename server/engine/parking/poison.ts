import type { TransactionSql } from '../database/postgres'
import type { Recorded } from '../log/event'
import { isUnderWay, type Projection, type Touched } from '../projections/projection'
import { isPassing, type ParkedTable, park } from './parked'

/** Where so many keys of one batch fail, it is not the events that are at fault. */
const MOST_PARKED = 20

/** Applies events, and names the projection that threw at them. Answers whom the changed rows concern. */
export async function apply(
  tx: TransactionSql,
  projection: Projection,
  events: readonly Recorded[],
): Promise<readonly string[]> {
  const { touched, written } = await beginToApply(tx, projection, events)
  await written
  return touched
}

/** The same, without waiting for the last statements, where they can be left under way. */
export async function beginToApply(
  tx: TransactionSql,
  projection: Projection,
  events: readonly Recorded[],
): Promise<{ touched: readonly string[]; written: Promise<unknown> }> {
  const failed = (error: unknown): never => {
    throw new ProjectionFailed(projection.name, error)
  }
  const applied = await projection.apply(tx, events).catch(failed)
  const { touched, written } = isUnderWay(applied) ? applied : { touched: applied, written: Promise.resolve() }
  const named = written.catch(failed)
  // Another one may fail before anybody waits for it.
  named.catch(() => {})
  return { touched: touched ?? keysOf(events), written: named }
}

/**
 * Applies events, and parks the keys of those that the projection throws at: found by halves, each in a savepoint, so
 * that all others are applied. What passes by itself, and a projection that fails at everything, is thrown.
 */
export async function applyOrPark(
  tx: TransactionSql,
  table: ParkedTable,
  projection: Projection,
  events: readonly Recorded[],
): Promise<Touched> {
  const parked = new Set<string>()

  async function attempt(all: readonly Recorded[]): Promise<readonly string[]> {
    const [first, ...rest] = all.filter(({ key }) => !parked.has(key))
    if (!first) return []
    const left = [first, ...rest]
    try {
      return await tx.savepoint((savepoint) => apply(savepoint as unknown as TransactionSql, projection, left))
    } catch (error) {
      const cause = error instanceof ProjectionFailed ? error.cause : error
      if (isPassing(cause) || parked.size >= MOST_PARKED) throw error
      if (rest.length > 0) {
        const middle = Math.ceil(left.length / 2)
        return [...(await attempt(left.slice(0, middle))), ...(await attempt(left.slice(middle)))]
      }
      parked.add(first.key)
      await park(tx, table, projection.name, first, cause)
      return [first.key]
    }
  }

  return [...new Set(await attempt(events))]
}

const keysOf = (events: readonly Recorded[]) => [...new Set(events.map(({ key }) => key))]

/** A projection threw at an event that it was given. Nothing of the step stays, for any of the projections in it. */
export class ProjectionFailed extends Error {
  readonly projection: string

  constructor(projection: string, cause: unknown) {
    super(`${projection} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'ProjectionFailed'
    this.projection = projection
  }
}
