import { rmSync } from 'node:fs'
import postgres from 'postgres'
import { v7 } from 'uuid'
import { startPostgres } from '@/db/embedded'
import { migrate, roleUrl } from '@/db/migrate'
import { makeThrowAwayFolder } from '@/db/testing/throw-away-postgres'
import { connect } from '@/server/engine/database/postgres'
import { transaction } from '@/server/engine/database/transaction'
import { append } from '@/server/engine/log/log'
import { catchUp, prepareProjections } from '@/server/engine/projector/projector'
import { createReader } from '@/server/engine/queries/answer'
import type { OrderEvent } from '@/server/events/order'
import { eventDefinitions } from '@/server/events/registry'
import { findOrder } from '@/server/read/order-detail/order-detail.query'
import { projections } from '@/server/read/registry'
import { type Figures, numberOption, percentile, rounded, startBar } from './bench'
import { EVENTS_OF_AN_ORDER, fillLog, orderIdOf } from './long-log'

const SECRET = 'a secret for benchmarks and nothing else'
const SIZES = [10_000, 1_000_000, 10_000_000]
const WARM_UP = 50
const STAFF = { kind: 'staff', id: v7() }

type Costs = { append: number[]; project: number[]; read: number[] }

/**
 * What one append, one projected event and one read by key cost in logs of ten thousand, a million and ten million
 * events, in turns, each of an order picked at random. On a server that does not wait for the disk, whose time would
 * hide what grows. `--largest N` for a shorter log.
 */
export async function bench(args: string[]): Promise<Figures> {
  const rounds = numberOption(args, 'rounds', 600)
  const largest = numberOption(args, 'largest', SIZES.at(-1) as number)
  const sizes = SIZES.filter((size) => size <= largest)
  const dataDir = makeThrowAwayFolder()
  const server = await startPostgres({ dataDir, throwAway: true })
  const logs = []
  for (const size of sizes) logs.push(await openLog(server.url, size))
  for (let round = -WARM_UP; round < rounds; round++) {
    // Not always in the same order: what comes after a large log finds colder caches.
    for (const log of round % 2 === 0 ? logs : logs.toReversed()) await log.measure(round >= 0)
  }
  for (const log of logs) await log.close()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
  return figuresOf(
    sizes,
    logs.map(({ costs }) => costs),
  )
}

async function openLog(serverUrl: string, size: number) {
  const url = await makeDatabase(serverUrl, `log_${size}`)
  const [owner, command, projector, query] = [
    connect(url, { name: 'bench-owner', max: 1 }),
    ...(['command', 'projector', 'query'] as const).map((role) =>
      connect(roleUrl(url, role, SECRET), { name: `bench-${role}`, max: 2 }),
    ),
  ] as [ReturnType<typeof connect>, ReturnType<typeof connect>, ReturnType<typeof connect>, ReturnType<typeof connect>]
  const [orderDetail] = projections({ timeZone: 'Europe/London' }).filter(({ name }) => name === 'order-detail')
  if (!orderDetail) throw new Error('There is no order-detail.')
  await prepareProjections(projector, [orderDetail])
  const orders = size / EVENTS_OF_AN_ORDER
  const bar = startBar(`a log of ${size} events`, orders)
  await fillLog(owner, orders, bar.add)
  bar.stop()
  const reader = createReader({ sql: query, log: command, definitions: eventDefinitions, waitForMark: async () => {} })
  const costs: Costs = { append: [], project: [], read: [] }

  async function measure(isKept: boolean): Promise<void> {
    const orderId = await orderIdOf(owner, 1 + Math.floor(Math.random() * orders))
    const timed = async (samples: number[], act: () => Promise<unknown>) => {
      const began = performance.now()
      await act()
      if (isKept) samples.push(performance.now() - began)
    }
    await timed(costs.append, () =>
      transaction(command, (tx) => append(tx, eventDefinitions, [shipped(orderId)], { actor: STAFF, commandId: v7() })),
    )
    await timed(costs.project, () => catchUp({ sql: projector, definitions: eventDefinitions }, [orderDetail as never]))
    await timed(costs.read, () => reader.answer(findOrder, { input: { orderId }, actor: STAFF }))
  }

  return { costs, measure, close: () => Promise.all([owner, command, projector, query].map((sql) => sql.end())) }
}

async function makeDatabase(serverUrl: string, name: string): Promise<string> {
  const server = postgres(serverUrl, { max: 1 })
  await server`create database ${server(name)}`
  await server.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  await migrate(url.href, { sessionSecret: SECRET })
  return url.href
}

function shipped(orderId: string): OrderEvent {
  const at = new Date().toISOString()
  const data = { orderId, shipmentId: v7(), carrier: 'Gull Post', trackingNumber: 'GP1' }
  return { type: 'OrderShipped', key: orderId, at, data }
}

function figuresOf(sizes: readonly number[], costs: readonly Costs[]): Figures {
  const medians = costs.map((one) => ({
    append: percentile(one.append, 0.5),
    project: percentile(one.project, 0.5),
    read: percentile(one.read, 0.5),
  }))
  const [first, last] = [medians[0], medians.at(-1)]
  if (!first || !last) throw new Error('Nothing was measured.')
  const ratios = (['append', 'project', 'read'] as const).map((what) => last[what] / first[what])
  const named = sizes.flatMap((size, index) =>
    Object.entries(medians[index] ?? {}).map(([what, ms]) => [`${what}MsAt${size}`, rounded(ms, 3)] as const),
  )
  return { ...Object.fromEntries(named), growth: rounded(Math.max(...ratios)) }
}
