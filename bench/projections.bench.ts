import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Sql } from '@/server/engine/database/postgres'
import { startRunner } from '@/server/engine/worker/runner'
import { eventDefinitions } from '@/server/events/registry'
import { projections } from '@/server/read/registry'
import { type Figures, numberOption, rounded, startBar } from './bench'
import { startBenchDatabase } from './bench-database'
import { measureEmmett } from './emmett'
import { appendWaitingOrders } from './waiting-orders'

const NAMES = ['order-history', 'revenue']

/**
 * How quickly the worker's own runner brings order history and revenue up to date, together, when so many events wait;
 * with `--peer DIR` beside Emmett, on the same server and one after the other.
 */
export async function bench(args: string[]): Promise<Figures> {
  const events = numberOption(args, 'events', 100_000)
  const peer = args[args.indexOf('--peer') + 1]
  const database = await startBenchDatabase()
  const owner = connect(database.ownerUrl, { name: 'bench-owner', max: 2 })
  const policySql = connect(database.commandUrl, { name: 'bench-command', max: 4 })
  const sql = connect(database.projectorUrl, {
    name: 'bench-projector',
    max: 6,
    settings: { synchronous_commit: 'off' },
  })
  const bar = startBar('orders that wait', events)
  await appendWaitingOrders(policySql, events, bar.add)
  bar.stop()
  await owner`vacuum analyze write.event`

  const started = performance.now()
  const runner = await startRunner({
    sql,
    policySql,
    definitions: eventDefinitions,
    projections: projections({ timeZone: 'Europe/London' }).filter(({ name }) => NAMES.includes(name)),
    policies: [],
    queue: { postgresUrl: database.projectorUrl },
    onError: (error, about) => console.error(about, error.message),
  })
  await untilUpToDate(owner)
  const eventsPerSecond = Math.round(events / ((performance.now() - started) / 1000))
  await runner.stop()
  const skipped = await countSkipped(owner, events)
  await Promise.all([owner.end(), policySql.end(), sql.end()])

  const peerEvents = numberOption(args, 'peer-events', 16_000)
  const isPeerGiven = args.includes('--peer') && peer !== undefined
  const emmett = isPeerGiven ? await measureEmmett(peer, database.ownerUrl, peerEvents) : null
  await database.stop()
  return {
    eventsPerSecond,
    skipped,
    ...(emmett && {
      emmettEventsPerSecond: emmett.perSecond,
      ratio: rounded(eventsPerSecond / emmett.perSecond),
      emmettSkipped: emmett.skipped,
    }),
  }
}

async function untilUpToDate(owner: Sql): Promise<void> {
  const [last] = await owner<{ xid: string }[]>`select max(xid::text::bigint)::text as xid from write.event`
  for (;;) {
    const [row] = await owner<{ current: number }[]>`
      select count(*)::int as current from read.checkpoint
      where name = any(${NAMES}) and target is null and pg_visible_in_snapshot(${last?.xid ?? '0'}::xid8, snapshot)`
    if (row?.current === NAMES.length) return
    await sleep(10)
  }
}

/** Orders that either of the two does not hold. */
async function countSkipped(owner: Sql, orders: number): Promise<number> {
  const [row] = await owner<{ listed: number; counted: number }[]>`
    select (select count(*)::int from read.order_history) as listed,
      (select coalesce(sum(orders), 0)::int from read.revenue_day) as counted`
  return Math.abs(orders - (row?.listed ?? 0)) + Math.abs(orders - (row?.counted ?? 0))
}
