import type { EventDefinitions } from '@/server/engine/event'
import { measureLag } from '@/server/engine/lag'
import { listParked } from '@/server/engine/parked'
import type { Sql } from '@/server/engine/postgres'
import { countWaiting, type WaitingKey } from '@/server/engine/waiting'

/** How one reader of the log stands. */
export type ReaderStanding = {
  name: string
  version: number
  /** How often its checkpoint moved. */
  counter: number
  updatedAt: string
  /** Events that were committed and not seen; counted up to 10,000. */
  behind: number
  lagMs: number
  parked: WaitingKey[]
}

export type Operations = { projections: ReaderStanding[]; policies: ReaderStanding[] }

export type OperationsOptions = {
  /** The read side. */
  sql: Sql
  /** The log, and what policies keep. */
  log: Sql
  definitions: EventDefinitions
  readers: readonly { name: string; handles: readonly string[] }[]
}

/** How all readers of the log stand, by the tables themselves: a dead worker cannot look well. */
export async function surveyOperations({ sql, log, definitions, readers }: OperationsOptions): Promise<Operations> {
  const [projections, policies, parkedThere, parkedHere] = await Promise.all([
    readCheckpoints(sql, 'read.checkpoint'),
    readCheckpoints(log, 'write.policy_checkpoint'),
    listParked(sql, 'read.parked_key'),
    listParked(log, 'write.parked_key'),
  ])
  const standing = [...projections, ...policies]
  const [lags, parked] = await Promise.all([
    measureLag(log, standing),
    countWaiting(log, definitions, [...parkedThere, ...parkedHere], readers),
  ])
  const tell = ({ name, version, counter, updatedAt }: Checkpointed): ReaderStanding => {
    const lag = lags.find((one) => one.name === name)
    const own = parked.filter(({ reader }) => reader === name)
    const lagMs = Math.round(lag?.lagMs ?? 0)
    return { name, version, counter, updatedAt, behind: lag?.behind ?? 0, lagMs, parked: own }
  }
  return { projections: projections.map(tell), policies: policies.map(tell) }
}

type Checkpointed = Pick<ReaderStanding, 'name' | 'version' | 'counter' | 'updatedAt'> & {
  snapshot: string
  target: string | null
  reached: number
}

function readCheckpoints(sql: Sql, table: string): Promise<Checkpointed[]> {
  return sql<Checkpointed[]>`
    select name, version, counter, updated_at as "updatedAt", snapshot::text as snapshot, target::text as target, reached
    from ${sql.unsafe(table)} order by name`
}
