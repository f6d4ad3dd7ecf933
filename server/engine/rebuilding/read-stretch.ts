import type { Place } from '../checkpoint'
import type { EventDefinitions, Recorded } from '../event'
import { recordedEvents } from '../log'
import type { Sql } from '../postgres'

/** A way through the log: what the target sees and the snapshot does not, as far as its last position. */
export type Way = { snapshot: string; target: string; reached: number; last: number }

/** Begins a way from a checkpoint, or goes on with the one that it is in the middle of. */
export async function findWay(sql: Sql, { snapshot, target, reached }: Place): Promise<Way> {
  const [found] = await sql<{ target: string; first: number; last: number }[]>`
    with way as (select coalesce(${target}::pg_snapshot, pg_current_snapshot()) as target)
    select target::text as target, coalesce((select position from write.event order by position limit 1), 1) as first, coalesce((
      select position from write.event where pg_visible_in_snapshot(xid, target) order by position desc limit 1), 0) as last
    from way`
  if (!found) throw new Error('PostgreSQL did not tell its snapshot.')
  return { snapshot, target: found.target, last: found.last, reached: Math.max(reached, found.first - 1) }
}

type Line = [number, string, string, number, number, unknown, string, string, string, string]

/**
 * The events of the wanted types at the positions from `after` to `upTo`, in order, as one text: that costs a third of
 * what rows do, and what is parsed only when its turn has come need not be kept so long.
 */
export async function readStretch(
  sql: Sql,
  { snapshot, target }: Way,
  { after, upTo }: { after: number; upTo: number },
  types: readonly string[],
): Promise<string> {
  const [found] = await sql<{ lines: string | null }[]>`
    select string_agg(concat('[', position, ',"', xid, '","', key, '",', array_position(${types as string[]}, type), ',',
      shape, ',', data, ',"', at, '",', to_json(actor_kind), ',"', actor_id, '","', command_id, '"]'),
      ',' order by position) as lines
    from write.event
    where position > ${after} and position <= ${upTo} and type = any(${types as string[]})
      and (xid >= pg_snapshot_xmax(${snapshot}::pg_snapshot)
        or xid = any(array(select pg_snapshot_xip(${snapshot}::pg_snapshot))))
      and pg_visible_in_snapshot(xid, ${target}::pg_snapshot)`
  return `[${found?.lines ?? ''}]`
}

/** The events of a stretch, in the shapes of today. Personal fields are readable where their types are among `opened`. */
export function parseStretch(
  sql: Sql,
  definitions: EventDefinitions,
  text: string,
  types: readonly string[],
  opened: readonly string[],
): Promise<Recorded[]> {
  const rows = (JSON.parse(text) as Line[]).map((line) => toRow(line, types))
  return recordedEvents(sql, closedBut(definitions, opened), rows)
}

/** Fields that nobody asked for stay sealed. */
function closedBut(definitions: EventDefinitions, opened: readonly string[]): EventDefinitions {
  return Object.fromEntries(
    Object.entries(definitions).map(([type, { personal, ...definition }]) => [
      type,
      personal && opened.includes(type) ? { ...definition, personal } : definition,
    ]),
  )
}

function toRow([position, xid, key, type, shape, data, at, ...by]: Line, types: readonly string[]) {
  const [actor_kind, actor_id, command_id] = by
  const instant = new Date(at).toISOString()
  return { position, xid, key, type: types[type - 1] ?? '', shape, data, at: instant, actor_kind, actor_id, command_id }
}
