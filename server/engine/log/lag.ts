import type { Sql } from '../database/postgres'

/** Nobody waits for a count of millions: beyond this it is "many". */
const MOST_COUNTED = 10_000

/** How far a reader of the log is behind it: events committed and not seen, and how long the oldest of them waits. */
export type Lag = {
  name: string
  behind: number
  lagMs: number
  /** The position of the first of them. */
  next: number | null
}

type Standing = { name: string; snapshot: string; target: string | null; reached: number }

/**
 * Compares checkpoints with the log itself, so the answer is true whatever has become of the worker: also when it is
 * dead, and has nobody to say so. An event's age counts from the beginning of its command. Who is on a long walk is
 * counted from where he has got to: what he has walked is not looked through again.
 */
export async function measureLag(log: Sql, standings: readonly Standing[]): Promise<Lag[]> {
  return log<Lag[]>`
    select standing.name, count(unseen.recorded_at)::int as behind, min(unseen.position) as next,
      coalesce(greatest(0, extract(epoch from clock_timestamp() - min(unseen.recorded_at)) * 1000), 0)::float8 as "lagMs"
    from jsonb_to_recordset(${log.json(standings as never)})
      as standing (name text, snapshot pg_snapshot, target pg_snapshot, reached bigint)
    left join lateral (
      select position, recorded_at from (
        (select position, recorded_at from write.event
          where standing.target is null and xid >= pg_snapshot_xmax(standing.snapshot) order by xid limit ${MOST_COUNTED})
        union all
        (select position, recorded_at from write.event
          where standing.target is null and xid = any(array(select pg_snapshot_xip(standing.snapshot)))
          order by xid limit ${MOST_COUNTED})
        union all
        (select position, recorded_at from write.event
          where standing.target is not null and position > standing.reached
            and not pg_visible_in_snapshot(xid, standing.snapshot)
          order by position limit ${MOST_COUNTED})) newer
      limit ${MOST_COUNTED}) unseen on true
    group by standing.name`
}
