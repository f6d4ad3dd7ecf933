import type { Sql, TransactionSql } from '../database/postgres'
import { CheckpointMoved, findStanding } from '../log/checkpoint'
import { type Change, difference } from '../log/difference'
import { typesOfNew } from '../log/read-new'
import { ageOf } from '../projections/members'
import type { Projection } from '../projections/projection'
import { standingReaders, sumOf } from '../projector/partition-rows'
import type { ProjectorOptions } from '../projector/projector'
import { BATCH_SIZE, step } from '../projector/step'

/** Rows that one side has and the other has not, or has otherwise; `samples` shows some with both sides. */
export type Comparison = {
  table: string
  rows: number
  differing: number
  samples: { key: string; changes: Change[] }[]
}

const SAMPLES = 5
const CHANGES = 12
const TRIES = 20

/**
 * Compares the rows that stand with those that were made anew, at the same mark: null where they cannot be brought to
 * one, because those that stand were made by another version, or because so much is new that they never meet.
 */
export async function compareSets(options: ProjectorOptions, projection: Projection): Promise<Comparison[] | null> {
  for (let tries = 0; tries < TRIES; tries++) {
    const counters = await bringToOnePlace(options, projection)
    if (counters === 'impossible') return null
    const compared = counters && (await compareUnlessMoved(options.sql, projection, counters))
    if (compared) return compared
  }
  return null
}

/** How often the two checkpoints had moved when both held the same. */
type Counters = { standing: number; made: number }

/** In one snapshot, so that both read the same; null where somebody else moved one of them. */
async function bringToOnePlace(
  options: ProjectorOptions,
  projection: Projection,
): Promise<Counters | 'impossible' | null> {
  try {
    return await options.sql.begin('isolation level repeatable read', async (transaction) => {
      const tx = transaction as unknown as TransactionSql
      if (!(await areNear(tx, projection))) return 'impossible' as const
      const readers = await standingReaders(tx, 'read', projection)
      const standing = (await step(tx, options, readers, 'read')).stepped
      // Where the standing rows are far behind, whoever brings them forward is not waited for.
      if (standing.length < readers.length || standing.some(({ more }) => more)) return 'impossible' as const
      const [made] = (await step(tx, options, [projection], 'read_next')).stepped
      if (!made || made.more) return null
      return { standing: sumOf(standing.map(({ checkpoint }) => checkpoint)), made: made.checkpoint.counter }
    })
  } catch (error) {
    if (error instanceof CheckpointMoved || isOvertaken(error)) return null
    throw error
  }
}

/** Where the standing rows are far behind, or of another version, that is known before anything is read for them. */
async function areNear(tx: TransactionSql, projection: Projection): Promise<boolean> {
  const { checkpoints } = await findStanding(tx, projection.name)
  for (const checkpoint of checkpoints) {
    if (ageOf(checkpoint, projection) !== 'current' || !(await typesOfNew(tx, checkpoint, BATCH_SIZE))) return false
  }
  return true
}

function isOvertaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '40001'
}

/** In one snapshot, if neither side has moved in it. */
async function compareUnlessMoved(
  sql: Sql,
  projection: Projection,
  { standing, made }: Counters,
): Promise<Comparison[] | null> {
  const compared = await sql.begin('isolation level repeatable read read only', async (transaction) => {
    const tx = transaction as unknown as TransactionSql
    const still = await tx`
      select from read_next.checkpoint where name = ${projection.name} and counter = ${made}
        and (select sum(counter) from read.checkpoint where split_part(name, '/', 1) = ${projection.name}) = ${standing}`
    if (still.length === 0) return { found: null }
    const found: Comparison[] = []
    for (const table of projection.tables) found.push(await compareTable(tx, table))
    return { found }
  })
  return compared.found
}

type Sides = { key: string; standing: object | null; made: object | null }

async function compareTable(tx: TransactionSql, table: string): Promise<Comparison> {
  const key = await keyOf(tx, table)
  const [standing, made] = [tx.unsafe(`read.${table}`), tx.unsafe(`read_next.${table}`)]
  const [count] = await tx<{ rows: number }[]>`select count(*) as rows from ${made}`
  const sides = await tx<(Sides & { differing: number })[]>`
    select count(*) over () as differing, concat_ws(' ', ${tx.unsafe(key)}) as key,
      case when a.ctid is not null then to_jsonb(a) end as standing, case when b.ctid is not null then to_jsonb(b) end as made
    from ${standing} a full join ${made} b using (${tx.unsafe(key)})
    where a is distinct from b limit ${SAMPLES}`
  return {
    table,
    rows: count?.rows ?? 0,
    differing: sides[0]?.differing ?? 0,
    samples: sides.map((one) => ({
      key: one.key,
      changes: difference(one.standing ?? {}, one.made ?? {}).slice(0, CHANGES),
    })),
  }
}

async function keyOf(tx: TransactionSql, table: string): Promise<string> {
  const [found] = await tx<{ key: string | null }[]>`
    select string_agg(quote_ident(attname), ', ') as key
    from pg_attribute join pg_constraint on conrelid = attrelid and contype = 'p' and attnum = any(conkey)
    where attrelid = ${`read.${table}`}::regclass`
  if (!found?.key) throw new Error(`${table} has no primary key.`)
  return found.key
}
