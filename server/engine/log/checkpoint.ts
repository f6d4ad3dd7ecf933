import type { AnySql } from '../database/postgres'
import type { Mark } from './mark'

/** Where a reader of the log stands: a snapshot, and in the middle of a long walk also its target and the way done. */
export type Checkpoint = { name: string; version: number; settings: string } & Omit<Mark, 'projection'>

/**
 * The tables that hold checkpoints: projections keep theirs beside their rows, those being rebuilt or kept beside
 * theirs, and policies beside the commands.
 */
export type CheckpointTable =
  | 'read.checkpoint'
  | 'read_next.checkpoint'
  | 'read_before.checkpoint'
  | 'write.policy_checkpoint'

/** The snapshot before everything. */
const BEFORE_ALL = '1:1:'

const COLUMNS = 'name, version, settings, epoch, snapshot::text as snapshot, target::text as target, reached, counter'

/**
 * What becomes of a checkpoint that another worker holds: wait for it, or leave it to him. Whoever waits needs the
 * isolation level "read committed", which shows him afterwards where the other one got to.
 */
export type Patience = 'wait' | 'leave'

/** Reads checkpoints, and locks them till the end of the transaction. Those that do not exist are not answered. */
export async function lockCheckpoints(
  sql: AnySql,
  table: CheckpointTable,
  names: readonly string[],
  patience: Patience,
): Promise<Checkpoint[]> {
  return sql<Checkpoint[]>`
    select ${sql.unsafe(COLUMNS)} from ${sql.unsafe(table)} where name = any(${names as string[]})
    order by name for update ${patience === 'leave' ? sql`skip locked` : sql``}`
}

/** Where rows stand: those that queries read, those of a rebuild that is not finished, those that stood before one. */
export type RowsSchema = 'read' | 'read_next' | 'read_before'

/**
 * Locks checkpoints that nobody else holds, and answers with each the keys that are parked for its projection. Both are
 * seen in one snapshot, which whoever waits for a lock would have to renew. The names are part of the statement: for a
 * list that it is given PostgreSQL makes a new plan each time.
 */
export async function lockStandings(
  sql: AnySql,
  schema: RowsSchema,
  names: readonly string[],
): Promise<{ checkpoints: Checkpoint[]; parked: Map<string, Set<string>> }> {
  const [own, named] = [sql.unsafe(schema), sql.unsafe(names.map(asLiteral).join(', '))]
  const rows = await sql<(Checkpoint & { parked: Record<string, string[]> | null })[]>`
    select ${sql.unsafe(COLUMNS)}, (
      select json_object_agg(reader, keys)
      from (select reader, array_agg(key) as keys from ${own}.parked_key where reader in (${named}) group by reader) waiting
    ) as parked
    from ${own}.checkpoint where name in (${named}) order by name for update skip locked`
  const parked = rows[0]?.parked ?? {}
  return {
    checkpoints: rows.map(({ parked: _, ...checkpoint }) => checkpoint),
    parked: new Map(rows.map(({ name }) => [name, new Set(parked[name])])),
  }
}

const asLiteral = (text: string) => `'${text.replaceAll("'", "''")}'`

export async function lockCheckpoint(sql: AnySql, table: CheckpointTable, name: string): Promise<Checkpoint | null> {
  const [found] = await lockCheckpoints(sql, table, [name], 'wait')
  return found ?? null
}

export async function findCheckpoint(sql: AnySql, table: CheckpointTable, name: string): Promise<Checkpoint | null> {
  const [found] = await sql<Checkpoint[]>`
    select ${sql.unsafe(COLUMNS)} from ${sql.unsafe(table)} where name = ${name}`
  return found ?? null
}

/** Where a projection's rows stand for those who read them, and the keys of which they hold less than that. */
export type Standing = { checkpoints: readonly Checkpoint[]; parked: string[] | null }

/** Of a projection that is split: where each of its partitions stands. */
export async function findStanding(sql: AnySql, name: string): Promise<Standing> {
  const rows = await sql<(Checkpoint & { parked: string[] | null })[]>`
    select ${sql.unsafe(COLUMNS)}, (
      select array_agg(key::text) from read.parked_key where split_part(reader, '/', 1) = ${name}) as parked
    from read.checkpoint where split_part(name, '/', 1) = ${name} order by name`
  return { checkpoints: rows.map(({ parked: _, ...checkpoint }) => checkpoint), parked: rows[0]?.parked ?? null }
}

/** Locks the checkpoint of a projection, or those of all its partitions, till the end of the transaction. */
export async function lockWhole(sql: AnySql, schema: RowsSchema, name: string): Promise<Checkpoint[]> {
  return sql<Checkpoint[]>`
    select ${sql.unsafe(COLUMNS)} from ${sql.unsafe(schema)}.checkpoint
    where split_part(name, '/', 1) = ${name} order by name for update`
}

/** The names under which a projection, whole or in partitions, stands in a set of tables. */
export async function readersIn(sql: AnySql, schema: RowsSchema, name: string): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select name from ${sql.unsafe(schema)}.checkpoint where split_part(name, '/', 1) = ${name} order by name`
  return rows.map((row) => row.name)
}

/** Makes sure that a reader has a checkpoint: a new one begins before everything. */
export async function ensureCheckpoint(
  sql: AnySql,
  table: CheckpointTable,
  reader: { name: string; version: number; settings?: string },
  epoch: string,
): Promise<void> {
  await sql`
    insert into ${sql.unsafe(table)} (name, version, settings, epoch, snapshot)
    values (${reader.name}, ${reader.version}, ${reader.settings ?? ''}, ${epoch}, ${BEFORE_ALL})
    on conflict (name) do nothing`
}

export type Place = Pick<Checkpoint, 'snapshot' | 'target' | 'reached'>
export type Advance = {
  from: Checkpoint
  to: Place & Partial<Pick<Checkpoint, 'version' | 'settings' | 'epoch'>>
}

/** Writes the next places, if nobody else did meanwhile: compare-and-set on the counter. */
export async function advanceCheckpoints(
  sql: AnySql,
  table: CheckpointTable,
  advances: readonly Advance[],
  announcement?: { channel: string; payload: string },
): Promise<void> {
  try {
    await advancing(sql, table, advances, announcement)
  } catch (error) {
    throw isMoved(error) ? new CheckpointMoved(advances.map(({ from }) => from.name)) : error
  }
}

/**
 * The statement that does so, and announces it. Where it finds another counter it fails, so that a COMMIT sent behind it
 * is none.
 */
export function advancing(
  sql: AnySql,
  table: CheckpointTable,
  advances: readonly Advance[],
  announcement?: { channel: string; payload: string },
) {
  const moves = byPlace(advances).map((together, index) => ({ together, name: sql.unsafe(`moved_${index}`) }))
  const made = moves.map(({ together, name }) => sql`${name} as (${moving(sql, table, together)})`)
  const moved = moves.map(({ name }) => sql`select 1 from ${name}`)
  return sql`
    with ${made.reduce((all, one) => sql`${all}, ${one}`)}
    select 1 / (count(*) = ${advances.length})::int ${
      announcement ? sql`, pg_notify(${announcement.channel}, ${announcement.payload})` : sql``
    } from (${moved.reduce((all, one) => sql`${all} union all ${one}`)}) advanced`
}

/** Those that go to the same place, which nearly always are all: it is written down once for them. */
function byPlace(advances: readonly Advance[]): Advance[][] {
  const places = new Map<string, Advance[]>()
  for (const advance of advances) {
    const place = JSON.stringify(advance.to)
    const together = places.get(place)
    if (together) together.push(advance)
    else places.set(place, [advance])
  }
  return [...places.values()]
}

function moving(sql: AnySql, table: CheckpointTable, advances: readonly Advance[]) {
  const [{ to }] = advances as [Advance]
  const renewed = (['version', 'settings', 'epoch'] as const).filter((column) => to[column] !== undefined)
  const from = advances.map(({ from: { name, counter } }) => ({ name, counter }))
  return sql`
    update ${sql.unsafe(table)} standing
    set snapshot = ${to.snapshot}::pg_snapshot, target = ${to.target}::pg_snapshot, reached = ${to.reached},
      counter = standing.counter + 1, updated_at = now()
      ${renewed.reduce((all, column) => sql`${all}, ${sql.unsafe(column)} = ${to[column] as string}`, sql``)}
    from jsonb_to_recordset(${sql.json(from as never)}) as moved (name text, counter bigint)
    where standing.name = moved.name and standing.counter = moved.counter
    returning 1`
}

/** PostgreSQL knows no assertion: what must be is divided by. */
const isMoved = (error: unknown) => error instanceof Error && 'code' in error && error.code === '22012'

/** Another worker moved a checkpoint between our snapshot and our lock, or in spite of it. */
export function isOvertaken(error: unknown): boolean {
  return isMoved(error) || (error instanceof Error && 'code' in error && error.code === '40001')
}

/** Another worker advanced this reader first. Nothing of ours was written; trying again is always right. */
export class CheckpointMoved extends Error {
  constructor(names: readonly string[]) {
    super(`A checkpoint of ${names.join(', ')} was moved by another worker.`)
    this.name = 'CheckpointMoved'
  }
}
