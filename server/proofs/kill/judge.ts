import { readdirSync } from 'node:fs'
import type { Sql } from '@/server/engine/database/postgres'
import type { Projection } from '@/server/engine/projections/projection'
import { catchUp, prepareProjections } from '@/server/engine/projector/projector'
import { eventDefinitions as definitions } from '@/server/events/registry'
import type { Order } from './shoppers'

/** Every row of these tables of schema `read` as text, in an order that depends on nothing else. */
async function dump(sql: Sql, tables: readonly string[]): Promise<Map<string, string[]>> {
  const rows = new Map<string, string[]>()
  for (const name of tables) {
    const found = await sql<{ row: string }[]>`
      select to_jsonb(t)::text as row from ${sql(`read.${name}`)} t order by 1`
    rows.set(
      name,
      found.map(({ row }) => row),
    )
  }
  return rows
}

/** How the read tables differ from a fold of the log from zero: one line a row. Afterwards they hold that fold. */
export async function differencesFromFold(
  admin: Sql,
  projector: Sql,
  projections: readonly Projection[],
): Promise<string[]> {
  const tables = [...projections.flatMap((one) => one.tables), 'parked_key']
  const living = await dump(admin, tables)
  for (const name of [...tables, 'checkpoint']) await admin`delete from ${admin(`read.${name}`)}`
  await prepareProjections(projector, projections)
  await catchUp({ sql: projector, definitions }, projections)
  const folded = await dump(admin, tables)
  return tables.flatMap((name) => differing(name, living.get(name) ?? [], folded.get(name) ?? []))
}

function differing(table: string, living: readonly string[], folded: readonly string[]): string[] {
  const [those, these] = [new Set(living), new Set(folded)]
  return [
    ...living.filter((row) => !these.has(row)).map((row) => `${table} holds ${row}`),
    ...folded.filter((row) => !those.has(row)).map((row) => `${table} lacks ${row}`),
    ...(living.length === folded.length ? [] : [`${table} has ${living.length} rows instead of ${folded.length}`]),
  ]
}

/** What happened to orders otherwise than once: each is a line. */
export async function faultsOfEffects(admin: Sql, orders: readonly Order[], mailbox: string): Promise<string[]> {
  const rows = await admin<{ key: string; type: string; n: number }[]>`
    select key, type, count(*)::int as n from write.event where stream in ('order', 'confirmation') group by key, type`
  const counted = new Map(rows.map(({ key, type, n }) => [`${key} ${type}`, n]))
  const letters = new Set(lettersIn(mailbox).map((name) => name))
  const faults = orders.flatMap(({ orderId, outcome }) => {
    const isPaid = outcome !== 'declines'
    const wanted = {
      OrderPlaced: 1,
      PaymentAuthorised: isPaid ? 1 : 0,
      PaymentDelayed: outcome === 'delays' ? 1 : 0,
      PaymentDeclined: isPaid ? 0 : 1,
      OrderCancelled: isPaid ? 0 : 1,
      ConfirmationSent: isPaid ? 1 : 0,
    }
    return Object.entries(wanted).flatMap(([type, times]) => {
      const found = counted.get(`${orderId} ${type}`) ?? 0
      return found === times ? [] : [`${type} of ${orderId} ${found} times instead of ${times}`]
    })
  })
  const paid = orders.filter(({ outcome }) => outcome !== 'declines').length
  if (letters.size !== paid) faults.push(`${letters.size} letters for ${paid} paid orders`)
  return [...faults, ...(await faultsOfTables(admin, orders.length))]
}

async function faultsOfTables(admin: Sql, orders: number): Promise<string[]> {
  const [row] = await admin<{ placed: number; missing: number }[]>`
    select (select count(*)::int from write.orders) as placed,
      (select sum(1000000 - on_hand)::int from write.stock) - coalesce((
        select sum(quantity)::int from write.order_lines l join write.orders o on o.id = l.order_id
        where o.status <> 'cancelled'), 0) as missing`
  return [
    ...(row?.placed === orders ? [] : [`${row?.placed} orders stand where ${orders} were placed`]),
    ...(row?.missing === 0 ? [] : [`${row?.missing} units are gone that nobody has bought`]),
  ]
}

function lettersIn(mailbox: string): string[] {
  return readdirSync(mailbox).filter((name) => name.endsWith('.eml'))
}
