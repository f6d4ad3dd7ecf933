import type { AnySql, TransactionSql } from '../database/postgres'
import type { Actor, EventDefinitions, Fact, Recorded } from './event'
import type { Sight } from './mark'
import { keysReadWith, type Opening, sealPersonal, unsealPersonal } from './seal'
import type { Token } from './token'
import { upcast } from './upcast'

type Row = {
  position: number
  xid: string
  key: string
  type: string
  shape: number
  data: unknown
  at: string
  actor_kind: string
  actor_id: string
  command_id: string
  /** There where it was asked for with the event: see `subjectKeyColumn`. */
  subject_key?: Uint8Array | null
}

/** The columns of `write.event e` that make up a recorded event. */
export const EVENT_COLUMNS =
  'e.position, e.xid::text as xid, e.key, e.type, e.shape, e.data, e.at, e.actor_kind, e.actor_id, e.command_id'

/**
 * Appends facts in their order, inside the caller's transaction, and answers where the last one stands. Each is checked
 * against its definition: a wrong shape is a bug, found before it stands in the log for ever.
 */
export async function append(
  tx: TransactionSql,
  definitions: EventDefinitions,
  facts: readonly Fact[],
  by: By,
): Promise<{ xid: string; position: number }> {
  const sealed = await sealFacts(
    tx,
    definitions,
    facts.map((fact) => ({ ...fact, by })),
  )
  const [last] = (await insertFacts(tx, sealed)).slice(-1)
  if (!last) throw new Error('An append needs at least one event.')
  return { xid: last.xid, position: last.position }
}

/** A fact with the command that recorded it. */
export type AttributedFact = Fact & { stream: string; shape: number; by: By }
type By = { actor: Actor; commandId: string }

/** Checks facts against their definitions, and encrypts what is personal in them. */
export function sealFacts(
  tx: TransactionSql,
  definitions: EventDefinitions,
  facts: readonly (Fact & { by: By })[],
): Promise<AttributedFact[]> {
  const checked = facts.map((fact) => checkedFact(definitions, fact))
  return sealPersonal(tx, definitions, checked)
}

/** The statement that adds sealed facts in their order: to be awaited, or put into a larger one. */
export function insertFacts(tx: AnySql, facts: readonly AttributedFact[]) {
  return tx<{ commandId: string; xid: string; position: number }[]>`
    insert into write.event (stream, key, type, shape, data, at, actor_kind, actor_id, command_id)
    select f->>'stream', (f->>'key')::uuid, f->>'type', (f->>'shape')::smallint, f->'data', (f->>'at')::timestamptz,
      f->'by'->'actor'->>'kind', (f->'by'->'actor'->>'id')::uuid, (f->'by'->>'commandId')::uuid
    from jsonb_array_elements(${tx.json(facts as never)}) with ordinality as facts(f, ordinal)
    order by ordinal
    returning command_id as "commandId", xid::text as xid, position`
}

function checkedFact(definitions: EventDefinitions, fact: Fact & { by: By }): AttributedFact {
  const definition = definitions[fact.type]
  if (!definition) throw new Error(`No event is defined under the name ${fact.type}: add it to the registry of events.`)
  const parsed = definition.schema.safeParse(fact.data)
  if (!parsed.success)
    throw new Error(`${fact.type} does not have the shape it is defined with: ${parsed.error.message}`)
  return { ...fact, data: parsed.data, stream: definition.stream, shape: definition.shape }
}

/**
 * The one way from rows of the log to the events that everybody else knows: of the shapes of today, their personal
 * fields readable. What this release cannot understand is not handed on: `ShapeUnknown` is thrown, or, `when asked`, by
 * the event itself to whoever looks at its data.
 */
export async function recordedEvents(
  sql: AnySql,
  definitions: EventDefinitions,
  rows: readonly Row[],
  opening: Opening = 'at once',
): Promise<Recorded[]> {
  const today = rows.map((row) => inShapeOfToday(definitions, row, opening))
  const readable = today.filter((one): one is Recorded => !(one instanceof Unreadable))
  const keys = keysReadWith(definitions, rows)
  const opened = (await unsealPersonal(sql, definitions, readable, keys, opening)).values()
  return today.map((one) => (one instanceof Unreadable ? one.event : (opened.next().value as Recorded)))
}

function inShapeOfToday(definitions: EventDefinitions, row: Row, opening: Opening): Recorded | Unreadable {
  try {
    return toRecorded(row, upcast(row.type, row.shape, row.data, definitions[row.type]))
  } catch (error) {
    if (opening === 'at once') throw error
    return new Unreadable(toRecorded(row, null), error)
  }
}

class Unreadable {
  constructor(
    readonly event: Recorded,
    error: unknown,
  ) {
    const refuse = () => {
      throw error
    }
    Object.defineProperty(event, 'data', { get: refuse, enumerable: true })
  }
}

function toRecorded<F extends Fact>(row: Row, data: unknown): Recorded<F> {
  const { position, xid, key, type, at } = row
  const actor = { kind: row.actor_kind, id: row.actor_id }
  return { position, xid, key, type, data, at, actor, commandId: row.command_id } as Recorded<F>
}

/**
 * The epoch of the log: one for its whole life, another in a restored copy. Of a copy whose readers nobody has brought
 * over it is an error: their checkpoints and the events speak of transactions of another cluster.
 */
export async function readEpoch(sql: AnySql): Promise<string> {
  const [row] = await sql<{ epoch: string; isOwn: boolean }[]>`
    select epoch, xid is null or (xid::text::numeric % 4294967296) = xmin::text::numeric as "isOwn" from write.log_epoch`
  if (!row) throw new Error('The log has no epoch. Run the migrations.')
  if (!row.isOwn) throw new Error('The log was restored from a dump. Run the migrations, which bring its readers over.')
  return row.epoch
}

/**
 * What a read folds over its rows when the projection is late: the events that one of its places does not see, of the
 * streams that the tokens' commands touched, and of those that the reader touched since then. A browser names its last few
 * commits only, and what it did before them would vanish. No further than the newest token, though, unless it is to be
 * the whole: the next answer may come from rows that contain the token and nothing after it. Personal fields are
 * readable. At most `limit`, in order.
 */
export async function readTail(
  sql: AnySql,
  definitions: EventDefinitions,
  { tokens, actorId, isWhole }: { tokens: readonly Token[]; actorId: string; isWhole?: boolean },
  sights: readonly Sight[],
  limit = 1000,
): Promise<Recorded[]> {
  const xids = tokens.map((token) => token.xid)
  const positions = tokens.map((token) => token.position)
  const newest = isWhole ? Number.MAX_SAFE_INTEGER : Math.max(...tokens.map((token) => token.position))
  const rows = await sql<Row[]>`
    with sight as materialized (
      select * from jsonb_to_recordset(${sql.json(sights as never)})
        as sight (snapshot pg_snapshot, target pg_snapshot, reached bigint))
    select ${sql.unsafe(EVENT_COLUMNS)}
    from (
      select stream, key from write.event where xid = any(${xids}::text[]::xid8[])
        and command_id = any(array(select command_id from write.event where position = any(${positions}::bigint[])))
      union select stream, key from write.event
      where actor_id = ${actorId} and xid >= (select pg_snapshot_xmin(snapshot) from sight order by 1 limit 1)
    ) own
    join write.event e using (stream, key)
    where e.position <= ${newest} and not (select bool_and(pg_visible_in_snapshot(e.xid, snapshot)
      or target is not null and e.position <= reached and pg_visible_in_snapshot(e.xid, target)) from sight)
    order by e.position limit ${limit}`
  return recordedEvents(sql, definitions, rows)
}

export type { Row as EventRow }
