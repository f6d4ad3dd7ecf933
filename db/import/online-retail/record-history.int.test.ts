import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { createDispatcher, type Dispatcher } from '@/server/engine/commands/dispatch'
import { connect, type Sql } from '@/server/engine/database/postgres'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { effects } from '@/server/write/registry'
import { approveFile } from './approve-file'
import { planImport } from './plan-import'
import { recordHistory } from './record-history'
import { inspectSourceFile } from './source-file'
import { fileOf, HEADER, ODDITIES } from './testing'

let database: TestDatabase
let command: Sql
let dispatcher: Dispatcher
let admin: postgres.Sql

beforeAll(async () => {
  database = await createTestDatabase()
  command = connect(database.commandUrl, { name: 'test' })
  dispatcher = createDispatcher({ sql: command, definitions, effects, onCommitted: () => undefined })
  admin = postgres(database.adminUrl, { max: 1 })
})

afterAll(async () => {
  await command.end()
  await admin.end()
  await database.drop()
})

async function planOf(path: string) {
  const file = await inspectSourceFile(path)
  return planImport(file, await approveFile(file))
}

async function record(path = ODDITIES) {
  const listed: number[] = []
  const counts = await recordHistory({
    dispatcher,
    plan: await planOf(path),
    onListed: ({ lineNumber }) => listed.push(lineNumber),
    onProgress: () => undefined,
    signal: new AbortController().signal,
  })
  return { counts, listed }
}

const log = () => admin`select type, key, data, at, command_id from write.event order by position`

describe('recording a history', () => {
  it('stops when asked, and a later run finds what was recorded', async () => {
    const stop = new AbortController()
    const stopped = await recordHistory({
      dispatcher,
      plan: await planOf(ODDITIES),
      onListed: () => undefined,
      onProgress: () => stop.abort(),
      signal: stop.signal,
      windowSize: 2,
    })
    expect(stopped).toBe('stopped')
    expect(await admin`select number from write.orders order by number`).toEqual([
      { number: '700001' },
      { number: '700002' },
    ])
  })

  it('brings in orders, refunds, products and customers at their time', async () => {
    const { counts, listed } = await record()
    expect(counts).toMatchObject({ documents: { order: 5, refund: 3, product: 11, customer: 3 } })
    expect(listed).toEqual([10, 11, 12])
    const [sums] = await admin`
      select (select sum(total_amount)::int from write.orders) as gross,
        (select sum(amount)::int from write.refunds) as refunded,
        (select sum(amount)::int from write.payments) as paid,
        (select sum(amount)::int from write.order_lines) as lines,
        (select count(*)::int from write.products) as products,
        (select count(*)::int from write.customers) as customers,
        (select sum(on_hand)::int from write.stock) as stock`
    expect(sums).toEqual({
      gross: 15510,
      refunded: 6578,
      paid: 15510,
      lines: 15510,
      products: 11,
      customers: 3,
      stock: 0,
    })
    const placed = await admin`
      select number, placed_at, (select count(*)::int from write.order_lines where order_id = o.id) as lines
      from write.orders o where number = '700001'`
    expect(placed).toEqual([{ number: '700001', placed_at: new Date('2011-03-26T08:26:00Z'), lines: 4 }])
  })

  it('changes nothing when it runs again', async () => {
    const before = await log()
    expect(before.length).toBe(11 + 3 + 5 * 2 + 3)
    await record()
    expect(await log()).toEqual(before)
  })

  it('stops at an invoice that says something else than it did before', async () => {
    const line = '700003,10004,LINEN BAG,12,2011-06-30 23:59:00,1.0,20002.0,EIRE'
    await expect(record(await fileOf(`${HEADER}\n${line}\n`))).rejects.toThrow(
      /^The invoice 700003 was imported before/,
    )
  })

  it('takes another file that knows a product by another name', async () => {
    const line = '800001,10004,LINEN BAG LARGE,1,2012-06-30 10:00:00,4.0,20002.0,EIRE'
    await record(await fileOf(`${HEADER}\n${line}\n`))
    const [order] = await admin`
      select l.name, p.name as product from write.orders o
      join write.order_lines l on l.order_id = o.id
      join write.variants v on v.id = l.variant_id join write.products p on p.id = v.product_id
      where o.number = '800001'`
    expect(order).toEqual({ name: 'LINEN BAG LARGE', product: 'LINEN BAG' })
  })
})
