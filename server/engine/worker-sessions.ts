import type { Sql } from './postgres'

/** The sessions of workers as the database sees them. */
export type WorkerSessions = {
  connected: number
  /** Who makes them wait for a lock. */
  blockers: { pid: number; role: string; application: string }[]
}

/** Looks for the sessions of workers, by the names that they connect with. Every role may see as much. */
export async function findWorkerSessions(sql: Sql, applications: readonly string[]): Promise<WorkerSessions> {
  const [found] = await sql<WorkerSessions[]>`
    with session as (select pid, usename, application_name from pg_stat_activity where datname = current_database()),
      worker as (select pid from session where application_name = any(${applications as string[]}))
    select (select count(*)::int from worker) as connected,
      (select coalesce(json_agg(json_build_object('pid', pid, 'role', usename, 'application', application_name)), '[]')
        from session where pid in (select unnest(pg_blocking_pids(pid)) from worker)
          and pid not in (select pid from worker)) as blockers`
  return found ?? { connected: 0, blockers: [] }
}
