import { connect, type Sql } from '@/server/engine/database/postgres'
import { catchUp, prepareProjections } from '@/server/engine/projector/projector'
import { createReader } from '@/server/engine/queries/answer'
import { eventDefinitions } from '@/server/events/registry'
import { projections } from '@/server/read/registry'
import { getRevenue } from '@/server/read/revenue/revenue.query'
import { addDays, dayOf } from '@/server/read/shop-day'
import { listTopProducts } from '@/server/read/top-products/top-products.query'
import { type Figures, numberOption, percentile, rounded, startBar } from './bench'
import { startBenchDatabase } from './bench-database'
import { insertCatalogue } from './catalogue-rows'
import { insertOrders } from './order-history-rows'

const TIME_ZONE = 'Europe/London'
const PRODUCTS = 1000
const STAFF = { kind: 'staff', id: '00000000-0000-7000-8000-00000000000a' }
const READS = 200
const GROUP_BYS = 5

type Range = { from: string; to: string }
type Dashboard = { gross: number; orders: number; uniqueCustomers: number; top: string[] }

/**
 * The dashboard of the last 30 days through the queries that the page asks, beside the GROUP BY over orders, lines and
 * products that they replace. Both must say the same before either is timed.
 */
export async function bench(args: string[]): Promise<Figures> {
  const orders = numberOption(args, 'orders', 1_000_000)
  const database = await startBenchDatabase()
  const owner = connect(database.ownerUrl, { name: 'bench-owner', max: 3 })
  const query = connect(database.queryUrl, { name: 'bench-query', max: 4 })
  await insertCatalogue(owner, PRODUCTS)
  const bar = startBar('orders and their events', orders)
  await insertOrders(owner, orders, bar.add)
  bar.stop()
  await project(database.projectorUrl, orders)
  await owner`vacuum analyze`

  const to = dayOf(new Date().toISOString(), TIME_ZONE)
  const range = { from: addDays(to, -29), to }
  const readDashboard = reader(query, owner, range)
  requireSame(await readDashboard(), await groupBy(owner, range))
  const reads = await timesOf(READS, readDashboard)
  const groupBys = await timesOf(GROUP_BYS, () => groupBy(owner, range))
  // In turns, so that a slow minute of the machine falls on both.
  reads.push(...(await timesOf(READS, readDashboard)))
  const readMs = percentile(reads, 0.5)
  const groupByMs = percentile(groupBys, 0.5)
  await Promise.all([owner.end(), query.end()])
  await database.stop()
  return { readMs: rounded(readMs, 3), groupByMs: rounded(groupByMs), ratio: Math.round(groupByMs / readMs), orders }
}

async function project(projectorUrl: string, orders: number): Promise<void> {
  const settings = { synchronous_commit: 'off' }
  const sql = connect(projectorUrl, { name: 'bench-projector', max: 2, settings })
  const names = ['revenue', 'top-products']
  const wanted = projections({ timeZone: TIME_ZONE }).filter(({ name }) => names.includes(name))
  await prepareProjections(sql, wanted)
  const bar = startBar('projecting', orders * wanted.length)
  const options = { sql, definitions: eventDefinitions, batchSize: 5000 }
  await catchUp(options, wanted, { onProgress: ({ events }) => bar.add(events) })
  bar.stop()
  await sql.end()
}

function reader(query: Sql, log: Sql, range: Range): () => Promise<Dashboard> {
  const { answer } = createReader({ sql: query, log, definitions: eventDefinitions, waitForMark: async () => {} })
  return async () => {
    const [revenue, top] = await Promise.all([
      answer(getRevenue, { input: range, actor: STAFF }),
      answer(listTopProducts, { input: { ...range, limit: 10 }, actor: STAFF }),
    ])
    if (!revenue.ok || !top.ok) throw new Error('The dashboard was refused.')
    const { gross, orders, uniqueCustomers } = revenue.data.total
    return { gross, orders, uniqueCustomers, top: top.data.products.map(({ productId }) => productId) }
  }
}

/** What a shop with one model for everything asks: the days, the totals, and what sold best. */
async function groupBy(sql: Sql, { from, to }: Range): Promise<Dashboard> {
  const start = sql`(${from}::date::timestamp at time zone ${TIME_ZONE})`
  const end = sql`((${to}::date + 1)::timestamp at time zone ${TIME_ZONE})`
  const [days, [total], top] = await Promise.all([
    sql<{ gross: number; orders: number }[]>`
      select (placed_at at time zone ${TIME_ZONE})::date as day, sum(total_amount)::bigint as gross, count(*) as orders,
        count(distinct shopper_id) as customers
      from write.orders where placed_at >= ${start} and placed_at < ${end} and status <> 'cancelled'
      group by 1 order by 1`,
    sql<{ customers: number }[]>`
      select count(distinct shopper_id) as customers
      from write.orders where placed_at >= ${start} and placed_at < ${end} and status <> 'cancelled'`,
    sql<{ id: string }[]>`
      select p.id, p.name, sum(l.quantity) as quantity, sum(l.amount) as amount
      from write.orders o
      join write.order_lines l on l.order_id = o.id
      join write.variants v on v.id = l.variant_id
      join write.products p on p.id = v.product_id
      where o.placed_at >= ${start} and o.placed_at < ${end} and o.status <> 'cancelled'
      group by p.id order by amount desc, p.id limit 10`,
  ])
  return {
    gross: days.reduce((sum, day) => sum + day.gross, 0),
    orders: days.reduce((sum, day) => sum + day.orders, 0),
    uniqueCustomers: total?.customers ?? 0,
    top: top.map(({ id }) => id),
  }
}

function requireSame(read: Dashboard, grouped: Dashboard): void {
  const [ours, theirs] = [JSON.stringify(read), JSON.stringify(grouped)]
  if (ours !== theirs)
    throw new Error(`The two dashboards differ: ${ours} from the read tables, ${theirs} by GROUP BY.`)
}

async function timesOf(count: number, act: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < count; index++) {
    const started = performance.now()
    await act()
    times.push(performance.now() - started)
  }
  return times
}
