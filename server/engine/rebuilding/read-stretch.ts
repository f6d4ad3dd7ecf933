import type { Sql } from '../database/postgres'
import type { Place } from '../log/checkpoint'
import type { EventDefinitions, Recorded } from '../log/event'
import { recordedEvents } from '../log/log'

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

/** A stretch as it came: of each event a line of what it is, and its data. */
export type Stretch = readonly (readonly [line: Uint8Array, data: Uint8Array])[]

/**
 * The events of the wanted types at the positions from `after` to `upTo`, in order, as bytes: two columns cost less than
 * ten, and what is parsed only when its turn has come need not be kept so long.
 */
export async function readStretch(
  sql: Sql,
  { snapshot, target }: Way,
  { after, upTo }: { after: number; upTo: number },
  types: readonly string[],
): Promise<Stretch> {
  const rows = await sql`
    select concat_ws(' ', position, xid, key, array_position(${types as string[]}, type), shape, at, actor_id, command_id,
      actor_kind) as line, data
    from write.event
    where position > ${after} and position <= ${upTo} and type = any(${types as string[]})
      and (xid >= pg_snapshot_xmax(${snapshot}::pg_snapshot)
        or xid = any(array(select pg_snapshot_xip(${snapshot}::pg_snapshot))))
      and pg_visible_in_snapshot(xid, (select ${target}::pg_snapshot))
    order by position`.raw()
  return rows as unknown as Stretch
}

/** The events of a stretch, in the shapes of today. Personal fields are readable where their types are among `opened`. */
export function parseStretch(
  sql: Sql,
  definitions: EventDefinitions,
  stretch: Stretch,
  types: readonly string[],
  opened: readonly string[],
): Promise<Recorded[]> {
  const rows = stretch.map(([line, data]) => toRow(textOf(line), JSON.parse(textOf(data)), types))
  return recordedEvents(sql, closedBut(definitions, opened), rows, 'when asked')
}

const textOf = (bytes: Uint8Array) => (bytes as Buffer).toString('utf8')

/** Fields that nobody asked for stay sealed. */
function closedBut(definitions: EventDefinitions, opened: readonly string[]): EventDefinitions {
  return Object.fromEntries(
    Object.entries(definitions).map(([type, { personal, ...definition }]) => [
      type,
      personal && opened.includes(type) ? { ...definition, personal } : definition,
    ]),
  )
}

/** PostgreSQL writes an instant as a date and a time, and the kind of an actor may be several words. */
function toRow(line: string, data: unknown, types: readonly string[]) {
  const [position, xid = '', key = '', type, shape, day, time, actor_id = '', command_id = '', ...kind] =
    line.split(' ')
  return {
    position: Number(position),
    xid,
    key,
    type: types[Number(type) - 1] ?? '',
    shape: Number(shape),
    data,
    at: instantOf(day ?? '', time ?? ''),
    actor_kind: kind.join(' '),
    actor_id,
    command_id,
  }
}

/** A day and a time as PostgreSQL writes them, with its offset: in UTC what JavaScript writes is put together from it. */
export function instantOf(day: string, time: string): string {
  if (day.length !== 10 || !time.endsWith('+00')) return new Date(`${day} ${time}`).toISOString()
  return `${day}T${time.slice(0, 8)}.${time.slice(9, -3).padEnd(3, '0').slice(0, 3)}Z`
}
