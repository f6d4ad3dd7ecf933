import type { Sql } from '@/server/engine/database/postgres'
import type { Delivery } from './judge'

const BATCH = 1000

/** A reader as others build it. Kept beside ours to show that the load would find their faults. */
export type OtherReader = { delivered: Delivery[]; readOn: () => Promise<void> }

/** Remembers the highest position that it has seen. */
export function positionCursor(sql: Sql): OtherReader {
  const delivered: Delivery[] = []
  let last = 0
  return {
    delivered,
    async readOn() {
      const rows = await sql<Delivery[]>`
        select key, (data->>'n')::int as n, position from write.event
        where position > ${last} order by position limit ${BATCH}`
      delivered.push(...rows)
      last = rows.at(-1)?.position ?? last
    },
  }
}

/** Reads in the order of transaction ids, and only below the oldest one that is running. */
export function xminReader(sql: Sql): OtherReader {
  const delivered: Delivery[] = []
  let last = { xid: '0', position: 0 }
  return {
    delivered,
    async readOn() {
      const rows = await sql<(Delivery & { xid: string })[]>`
        select key, (data->>'n')::int as n, position, xid::text as xid from write.event
        where (xid, position) > (${last.xid}::xid8, ${last.position}::bigint)
          and xid < pg_snapshot_xmin(pg_current_snapshot())
        order by xid, position limit ${BATCH}`
      delivered.push(...rows)
      last = rows.at(-1) ?? last
    },
  }
}
