import type { Sql } from './postgres'

/** A session of the database that others wait for. */
export type Blocker = {
  pid: number
  role: string
  application: string
  /** Since when a worker waits for it. How long the other one has been at it only its own role may know. */
  since: string | null
}

/** The sessions of workers as the database sees them. */
export type WorkerSessions = {
  connected: number
  /** Who makes them wait for a lock. */
  blockers: Blocker[]
}

/** Looks for the sessions of workers, by the names that they connect with. Every role may see as much. */
export async function findWorkerSessions(sql: Sql, applications: readonly string[]): Promise<WorkerSessions> {
  const [found] = await sql<WorkerSessions[]>`
    with session as (select pid, usename, application_name from pg_stat_activity where datname = current_database()),
      worker as (select pid from session where application_name = any(${applications as string[]})),
      waiting as (
        select unnest(pg_blocking_pids(pid)) as blocker,
          (select min(waitstart) from pg_locks l where l.pid = worker.pid and not granted) as since
        from worker)
    select (select count(*)::int from worker) as connected,
      (select coalesce(json_agg(json_build_object('pid', pid, 'role', usename, 'application', application_name, 'since',
          (select min(since) from waiting where blocker = pid))), '[]')
        from session where pid in (select blocker from waiting) and pid not in (select pid from worker)) as blockers`
  return found ?? { connected: 0, blockers: [] }
}
