import type { Sql } from '../database/postgres'
import type { Place } from '../log/checkpoint'
import type { EventDefinitions } from '../log/event'
import { EVENT_COLUMNS, type EventRow, recordedEvents } from '../log/log'
import { wholeName } from '../projections/partitions'

/** An event that this release cannot read: of a later release's shape, or sealed with another key. */
export type Undecodable = { reader: string; position: number; type: string; reason: string }

/** What comes next for a reader that stands still is among so many events. */
const MOST_LOOKED_AT = 200

type Standing = { name: string } & Place
type Reader = { name: string; handles: readonly string[] }

/** Looks whether one of the next events of late readers cannot be read at all: that makes all of a kind stand still. */
export async function findUndecodable(
  log: Sql,
  definitions: EventDefinitions,
  late: readonly Standing[],
  readers: readonly Reader[],
): Promise<Undecodable | null> {
  for (const one of late) {
    const types = readers.find(({ name }) => name === wholeName(one.name))?.handles ?? []
    const found = await findOf(log, definitions, one, types)
    if (found) return found
  }
  return null
}

async function findOf(
  log: Sql,
  definitions: EventDefinitions,
  { name, snapshot, target, reached }: Standing,
  types: readonly string[],
): Promise<Undecodable | null> {
  const rows = await log<EventRow[]>`
    select ${log.unsafe(EVENT_COLUMNS)} from (
      (select * from write.event where xid >= pg_snapshot_xmax(${snapshot}::pg_snapshot) order by xid
        limit ${MOST_LOOKED_AT})
      union all
      (select * from write.event where xid = any(array(select pg_snapshot_xip(${snapshot}::pg_snapshot)))
        limit ${MOST_LOOKED_AT})
      union all
      (select * from write.event where ${target !== null} and position > ${reached} order by position
        limit ${MOST_LOOKED_AT})) e
    where type = any(${types as string[]}) and (${target === null} or position > ${reached})
    order by position`
  for (const row of rows) {
    try {
      await recordedEvents(log, definitions, [row])
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return { reader: name, position: row.position, type: row.type, reason }
    }
  }
  return null
}
