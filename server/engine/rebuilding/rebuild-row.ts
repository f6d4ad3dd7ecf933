import type { AnySql } from '../database/postgres'
import type { Projection } from '../projections/projection'
import type { Comparison } from './compare'

export type RebuildWish = 'run' | 'pause' | 'cancel'
export type RebuildState =
  | 'waiting'
  | 'filling'
  | 'indexing'
  | 'catching up'
  | 'comparing'
  | 'switching'
  | 'paused'
  | 'done'
  | 'cancelled'
  | 'failed'

/** What to do with the rows that stood before the last rebuild: pages show them again, or they are thrown away. */
export type KeptWish = 'return' | 'drop'
/** What became of that. `busy`: a rebuild is under way, and goes first. */
export type KeptState =
  | 'waiting'
  | 'under way'
  | 'returned'
  | 'dropped'
  | 'failed'
  | 'busy'
  | 'nothing kept'
  | 'other version'
  | 'other log'

/** A rebuild as everybody sees it who watches or steers it. */
export type RebuildRow = {
  name: string
  /** Of which version and settings the new rows are. */
  made: string
  wish: RebuildWish
  state: RebuildState
  resting: boolean
  reached: number
  last: number
  perSecond: number
  compared: Comparison[] | null
  failure: string | null
  askedAt: string
  workedAt: string | null
  endedAt: string | null
  /** Since when the rows that stood before it are kept; null where none are. */
  keptSince: string | null
  /** What is wished of those, what became of the last such wish, and when. */
  keptWish: KeptWish | null
  keptState: KeptState | null
  keptFailure: string | null
  keptEndedAt: string | null
}

const COLUMNS = `name, made, wish, state, resting, reached, last, per_second as "perSecond", compared, failure,
  asked_at as "askedAt", worked_at as "workedAt", ended_at as "endedAt", kept_since as "keptSince", kept_wish as "keptWish", kept_state as "keptState",
  kept_failure as "keptFailure", kept_ended_at as "keptEndedAt"`

export const isOver = ({ state }: Pick<RebuildRow, 'state'>) =>
  state === 'done' || state === 'cancelled' || state === 'failed'

export async function listRebuilds(sql: AnySql): Promise<RebuildRow[]> {
  return sql<RebuildRow[]>`select ${sql.unsafe(COLUMNS)} from read.rebuild order by asked_at, name`
}

export async function findRebuild(sql: AnySql, name: string): Promise<RebuildRow | null> {
  const [row] = await sql<RebuildRow[]>`select ${sql.unsafe(COLUMNS)} from read.rebuild where name = ${name}`
  return row ?? null
}

export const madeBy = ({ version, settings = '' }: Pick<Projection, 'version' | 'settings'>) =>
  `version ${version} ${settings}`.trim()

/** Wishes for a rebuild, or for one that is under way or paused to go on. */
export async function askForRebuild(sql: AnySql, projection: Projection): Promise<void> {
  await sql`
    insert into read.rebuild as known (name, made, wish, state)
    values (${projection.name}, ${madeBy(projection)}, 'run', 'waiting')
    on conflict (name) do update set made = excluded.made, wish = 'run', failure = null, ended_at = null,
      asked_at = case when known.ended_at is null then known.asked_at else now() end,
      compared = case when known.ended_at is null then known.compared end,
      reached = case when known.ended_at is null then known.reached else 0 end,
      state = case when known.ended_at is null and known.state <> 'paused' then known.state else 'waiting' end`
}

/** Wishes for one that is not over to rest, to go on or to be given up. Answers whether there is one. */
export async function steerRebuild(sql: AnySql, name: string, wish: RebuildWish): Promise<boolean> {
  const rows = await sql`
    update read.rebuild set wish = ${wish} where name = ${name} and ended_at is null returning 1`
  return rows.length > 0
}

export type RebuildNews = Partial<Pick<RebuildRow, 'state' | 'resting' | 'reached' | 'last' | 'perSecond'>>

/** Tells how far it is, and answers what is wished of it now; null where it is gone. */
export async function tellRebuild(sql: AnySql, name: string, news: RebuildNews): Promise<RebuildWish | null> {
  const [row] = await sql<{ wish: RebuildWish }[]>`
    update read.rebuild set state = coalesce(${news.state ?? null}, state),
      resting = coalesce(${news.resting ?? null}, resting), reached = coalesce(${news.reached ?? null}, reached),
      last = coalesce(${news.last ?? null}, last), per_second = coalesce(${news.perSecond ?? null}, per_second),
      worked_at = now()
    where name = ${name} returning wish`
  return row?.wish ?? null
}

type End = { state: 'done' | 'cancelled' | 'failed'; failure?: string }

export async function endRebuild(sql: AnySql, name: string, { state, failure }: End): Promise<void> {
  await sql`
    update read.rebuild set state = ${state}, failure = ${failure ?? null}, resting = false, per_second = 0,
      ended_at = now(), reached = case when ${state} = 'done' then last else reached end,
      kept_state = case when ${state} = 'done' and kept_wish is null then null else kept_state end
    where name = ${name}`
}

export async function noteComparison(sql: AnySql, name: string, compared: readonly Comparison[]): Promise<void> {
  await sql`update read.rebuild set compared = ${sql.json(compared as never)} where name = ${name}`
}
