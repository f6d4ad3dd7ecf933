import { measureLag } from './lag'
import type { Sql } from './postgres'

/** How one reader of the log, a projection or a policy, keeps up with it. */
export type Standing = {
  reader: string
  kind: 'projection' | 'policy'
  /** Events that were committed and not seen; counted up to 10,000. */
  behind: number
  /** For how long the oldest of them has been waiting. */
  lagMs: number
  /** Keys that wait because the reader failed at one of their events. */
  parked: number
  /** How often its checkpoint moved. */
  moves: number
}

type Row = { name: string; snapshot: string; target: string | null; reached: number; moves: number; parked: number }

/**
 * Compares where all readers stand with the log itself, through the doors that queries and commands use: nobody is asked
 * how he is, so a worker that is dead or stuck cannot look well.
 */
export async function surveyReaders({ sql, log }: { sql: Sql; log: Sql }): Promise<Standing[]> {
  const [projections, policies] = await Promise.all([
    readStandings(sql, 'read.checkpoint', 'read.parked_key'),
    readStandings(log, 'write.policy_checkpoint', 'write.parked_key'),
  ])
  const of = (kind: Standing['kind'], rows: readonly Row[]) => standingsOf(log, kind, rows)
  return (await Promise.all([of('projection', projections), of('policy', policies)])).flat()
}

function readStandings(sql: Sql, checkpoints: string, parked: string): Promise<Row[]> {
  return sql<Row[]>`
    select name, snapshot::text as snapshot, target::text as target, reached, counter::float8 as moves,
      (select count(*)::int from ${sql.unsafe(parked)} where reader = standing.name) as parked
    from ${sql.unsafe(checkpoints)} standing order by name`
}

async function standingsOf(log: Sql, kind: Standing['kind'], rows: readonly Row[]): Promise<Standing[]> {
  const lags = new Map((await measureLag(log, rows)).map((lag) => [lag.name, lag]))
  return rows.map(({ name, moves, parked }) => {
    const { behind = 0, lagMs = 0 } = lags.get(name) ?? {}
    return { reader: name, kind, behind, lagMs: Math.round(lagMs), parked, moves }
  })
}
