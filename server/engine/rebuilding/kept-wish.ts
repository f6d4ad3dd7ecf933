import type { AnySql, Sql } from '../database/postgres'
import { isPassing } from '../parking/parked'
import type { Projection } from '../projections/projection'
import type { ProjectorOptions, Watch } from '../projector/projector'
import { dropKept, giveBack } from './give-back'
import { whileNobodyElse } from './one-at-a-time'
import { createPace } from './pace'
import type { KeptState, KeptWish } from './rebuild-row'

/** Notes what is wished of a projection's kept rows, for whoever works on rebuilds. A wish under way is not changed. */
export async function wishForKept(sql: AnySql, { name, tables }: Projection, wish: KeptWish): Promise<void> {
  await sql`
    update read.rebuild set kept_failure = null, kept_table = to_regclass(${`read_before.${tables[0]}`})::oid::bigint,
      kept_wish = case when ended_at is null then null else ${wish} end,
      kept_state = case when ended_at is null then 'busy' else 'waiting' end,
      kept_ended_at = case when ended_at is null then now() end
    where name = ${name} and kept_wish is null`
}

/** Does what is wished of kept rows, if nobody else works on rebuilds. What breaks off is begun again the next time. */
export async function workOffKept(
  options: ProjectorOptions,
  projections: readonly Projection[],
  watch: Watch = {},
): Promise<void> {
  const { sql } = options
  if ((await wishes(sql)).length === 0) return
  await whileNobodyElse(sql, async () => {
    for (const { name, wish } of await wishes(sql)) {
      const projection = projections.find((one) => one.name === name)
      if (projection && !watch.signal?.aborted) await fulfil(options, projection, wish, watch)
    }
  })
}

/** Since when rows of which projections are kept, for those who may not look where they are. */
export async function noteKept(sql: Sql): Promise<void> {
  await sql`
    update read.rebuild known set kept_since = kept.since
    from (
      select name, (
        select max(updated_at) from read_before.checkpoint where split_part(name, '/', 1) = asked.name) as since
      from read.rebuild asked) kept
    where kept.name = known.name and kept.since is distinct from known.kept_since`
}

function wishes(sql: Sql): Promise<{ name: string; wish: KeptWish }[]> {
  return sql<{ name: string; wish: KeptWish }[]>`
    select name, kept_wish as wish from read.rebuild where kept_wish is not null order by name`
}

async function fulfil(options: ProjectorOptions, projection: Projection, wish: KeptWish, watch: Watch): Promise<void> {
  const { sql } = options
  const { name } = projection
  await sql`update read.rebuild set kept_state = 'under way' where name = ${name}`
  try {
    const outcome = wish === 'drop' ? await drop(sql, projection) : await comeBack(options, projection, watch)
    if (outcome) await end(sql, name, outcome)
  } catch (error) {
    if (isPassing(error)) throw error
    await end(sql, name, 'failed', error instanceof Error ? error.message : String(error))
    throw error
  }
}

async function drop(sql: Sql, projection: Projection): Promise<KeptState> {
  return (await dropKept(sql, projection)) ? 'dropped' : 'nothing kept'
}

/** Null where this process is asked to leave before it is done. */
async function comeBack(options: ProjectorOptions, projection: Projection, watch: Watch): Promise<KeptState | null> {
  const { sql } = options
  const [log] = await sql<{ last: number }[]>`select coalesce(max(position), 0) as last from write.event`
  const last = log?.last ?? 0
  if (await isInPlace(sql, projection)) return 'returned'
  const pace = createPace(sql, [projection.name], watch.signal)
  const outcome = await giveBack(options, projection, {
    ...watch,
    onProgress: ({ checkpoint }) => pace.at(checkpoint.target === null ? last : checkpoint.reached, last),
    // What is wished of the rebuild is no matter: it is over.
    pace: async () => (await pace.keep()) || !watch.signal?.aborted,
  })
  const isUncertain = outcome === 'returned' && watch.signal?.aborted
  return isUncertain && !(await isInPlace(sql, projection)) ? null : outcome
}

/** Whether the tables that were wished for are those that pages show: then whoever did it did not live to say so. */
async function isInPlace(sql: Sql, { name, tables }: Projection): Promise<boolean> {
  const found = await sql`
    select from read.rebuild
    where name = ${name} and kept_table = to_regclass(${`read.${tables[0]}`})::oid::bigint`
  return found.length > 0
}

async function end(sql: Sql, name: string, state: KeptState, failure: string | null = null): Promise<void> {
  await sql`
    update read.rebuild set kept_wish = null, kept_state = ${state}, kept_failure = ${failure}, kept_ended_at = now(),
      resting = false, per_second = 0
    where name = ${name}`
}
