import type { Sql } from '../database/postgres'
import type { EventDefinitions } from '../log/event'
import { measureLag } from '../log/lag'
import { listParked, type ParkedTable } from '../parking/parked'
import { countWaiting, type WaitingKey } from '../parking/waiting'

/** How one reader of the log, a projection or a policy, keeps up with it. */
export type Standing = {
  name: string
  kind: 'projection' | 'policy'
  version: number
  /** How often its checkpoint moved, and when it did last. */
  moves: number
  movedAt: string
  /** Where it stands in the log, as PostgreSQL writes it. */
  snapshot: string
  target: string | null
  reached: number
  /** Events that were committed and not seen; counted up to 10,000. */
  behind: number
  /** For how long the oldest of them has been waiting. */
  lagMs: number
  /** All events up to this position are seen. */
  seen: number
  /** Keys that wait because the reader failed at one of their events. */
  parked: readonly WaitingKey[]
}

export type Survey = {
  readers: readonly Standing[]
  /** The newest event of the log: where there are canaries it is never old. */
  newestAt: string | null
  /** How long ago that was, by the clock of the database. */
  newestAgeMs: number | null
}

export type SurveyOptions = {
  /** The read side. */
  sql: Sql
  /** The log. */
  log: Sql
  /** Where policies keep what is theirs; null for who may not look there. */
  policySql: Sql | null
  definitions: EventDefinitions
  readers: readonly { name: string; handles: readonly string[] }[]
}

/**
 * The one look at all readers of the log, for health, figures, the operations page and the command line. It compares
 * their checkpoints with the log itself, and nobody is asked how he is: a worker that is dead or stuck cannot look well.
 */
export async function surveyReaders({ sql, log, policySql, definitions, readers }: SurveyOptions): Promise<Survey> {
  const [projections, policies, parkedThere, parkedHere, newest] = await Promise.all([
    readStandings(sql, 'projection'),
    policySql ? readStandings(policySql, 'policy') : [],
    listParked(sql, 'read.parked_key' satisfies ParkedTable),
    policySql ? listParked(policySql, 'write.parked_key' satisfies ParkedTable) : [],
    readNewest(log),
  ])
  const all = [...projections, ...policies]
  const [lags, parked] = await Promise.all([
    measureLag(log, all),
    countWaiting(log, definitions, [...parkedThere, ...parkedHere], readers),
  ])
  const last = newest?.position ?? 0
  return {
    readers: all.map((one) => {
      const lag = lags.find(({ name }) => name === one.name)
      return {
        ...one,
        behind: lag?.behind ?? 0,
        lagMs: Math.round(lag?.lagMs ?? 0),
        seen: lag?.next ? lag.next - 1 : last,
        parked: parked.filter(({ reader }) => reader === one.name),
      }
    }),
    newestAt: newest?.at ?? null,
    newestAgeMs: newest ? Math.round(newest.ageMs) : null,
  }
}

type Checkpointed = Omit<Standing, 'behind' | 'lagMs' | 'seen' | 'parked'>

async function readStandings(sql: Sql, kind: Standing['kind']): Promise<Checkpointed[]> {
  const table = kind === 'projection' ? 'read.checkpoint' : 'write.policy_checkpoint'
  return sql<Checkpointed[]>`
    select name, ${kind} as kind, version, counter as moves, updated_at as "movedAt", snapshot::text as snapshot,
      target::text as target, reached
    from ${sql.unsafe(table)} order by name`
}

async function readNewest(log: Sql) {
  const [newest] = await log<{ position: number; at: string; ageMs: number }[]>`
    select position, recorded_at as at, (extract(epoch from clock_timestamp() - recorded_at) * 1000)::float8 as "ageMs"
    from write.event order by position desc limit 1`
  return newest
}
