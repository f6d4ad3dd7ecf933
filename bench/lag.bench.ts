import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { v7 } from 'uuid'
import { openIdleElsewhere } from '@/db/testing/idle-elsewhere'
import { startThrowAwayRedis } from '@/db/testing/throw-away-redis'
import { createDispatcher } from '@/server/engine/commands/dispatch'
import { connect, type Sql } from '@/server/engine/database/postgres'
import { covers, type Mark } from '@/server/engine/log/mark'
import { parseToken, type Token } from '@/server/engine/log/token'
import { watchMarks } from '@/server/engine/queries/marks'
import { createWakeUp, LOG_CHANNEL } from '@/server/engine/queue/wake-up'
import { eventDefinitions } from '@/server/events/registry'
import { placeOrder } from '@/server/write/order/place-order'
import { effects } from '@/server/write/registry'
import { type Figures, numberOption, percentile, rounded, startBar } from './bench'
import { type BenchDatabase, startBenchDatabase } from './bench-database'
import { type FilledCart, insertCarts, insertCatalogue } from './catalogue-rows'
import { ADDRESS, CONTACT, PAYMENT } from './order-input'

const PROJECTION = 'order-history'
/** By then the worker's code is compiled: so long every order takes twice as long as afterwards. */
const WARM_UP_S = 10
/** Orders that meet nobody, for what the machine takes for one: before the load, which leaves letters to be written. */
const ALONE_RATE = 10
const ALONE_S = 5
const ALONE_WARM_UP_S = 3

type Condition = 'warming up' | 'alone' | 'plain' | 'idle'
type Waiting = { token: Token; committedAt: number; condition: Condition }

/**
 * From commit to visible: orders come in at a steady rate in this process, a worker in another projects everything that
 * a shop projects, and each order's clock stops when a read of the checkpoint finds the order covered. On both queues,
 * each in a process of its own, so that the second pays nothing for what the first left behind. Before the load a few
 * orders come alone, which tells how fast the machine is just then. In the middle of each run, for as long as the rest of
 * it, a transaction that has written in another database of the server stands idle.
 */
export async function bench(args: string[]): Promise<Figures> {
  const rate = numberOption(args, 'rate', 200)
  const seconds = numberOption(args, 'seconds', 30)
  const queue = args[args.indexOf('--queue') + 1]
  if (args.includes('--queue')) return queue === 'redis' ? onRedis(rate, seconds) : measure(rate, seconds, undefined)
  const [postgres, redis] = [await measureApart('postgres', args), await measureApart('redis', args)]
  const worse = (name: string) => Math.max(postgres[name] ?? Number.NaN, redis[name] ?? Number.NaN)
  return {
    p50Ms: worse('p50Ms'),
    p99Ms: worse('p99Ms'),
    idleP50Ms: worse('idleP50Ms'),
    idleP99Ms: worse('idleP99Ms'),
    aloneP50Ms: worse('aloneP50Ms'),
    ...named('postgres', postgres),
    ...named('redis', redis),
    ordersPerSecond: Math.min(postgres.ordersPerSecond ?? 0, redis.ordersPerSecond ?? 0),
  }
}

function named(queue: string, figures: Figures): Figures {
  const own = Object.entries(figures).filter(([name]) => name !== 'ordersPerSecond')
  return Object.fromEntries(own.map(([name, value]) => [queue + name.charAt(0).toUpperCase() + name.slice(1), value]))
}

async function onRedis(rate: number, seconds: number): Promise<Figures> {
  const redis = await startThrowAwayRedis()
  const figures = await measure(rate, seconds, redis.url)
  await redis.stop()
  return figures
}

async function measureApart(queue: 'postgres' | 'redis', args: string[]): Promise<Figures> {
  const argv = [...process.execArgv, 'bench/run.ts', 'lag', ...args, '--queue', queue]
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`The measurement with jobs on ${queue} ended with code ${code}.`)
  return (JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as { figures: Figures }).figures
}

async function measure(rate: number, seconds: number, redisUrl: string | undefined) {
  const database = await startBenchDatabase()
  const owner = connect(database.ownerUrl, { name: 'bench-owner', max: 1 })
  const sql = connect(database.commandUrl, { name: 'bench-command', max: 10 })
  const query = connect(database.queryUrl, { name: 'bench-query', max: 2 })
  const phases: Phase[] = [
    { condition: 'warming up', rate: ALONE_RATE, seconds: ALONE_WARM_UP_S },
    { condition: 'alone', rate: ALONE_RATE, seconds: ALONE_S },
    { condition: 'warming up', rate, seconds: WARM_UP_S },
    { condition: 'plain', rate, seconds: seconds / 2 },
    { condition: 'idle', rate, seconds },
    { condition: 'plain', rate, seconds: seconds / 2 },
  ]
  const schedule = scheduleOf(phases)
  const carts = await insertCarts(owner, await insertCatalogue(owner, 1000), schedule.length)
  await owner`analyze`
  const worker = await startWorker(database, redisUrl, query)
  const wakeUp = createWakeUp({
    queue: redisUrl ? { redisUrl } : { postgresUrl: database.commandUrl },
    sql,
    onError: () => {},
  })
  const options = {
    sql,
    definitions: eventDefinitions,
    effects,
    channel: LOG_CHANNEL,
    onCommitted: wakeUp.addJob,
  }
  const place = placer(options)

  const elsewhere = await openIdleElsewhere(database.ownerUrl, owner)
  const samples: Record<Condition, number[]> = { 'warming up': [], alone: [], plain: [], idle: [] }
  const watch = watchVisibility(database.commandUrl, query, (ms, { condition }) => samples[condition].push(ms))
  const bar = startBar(`lag, jobs on ${redisUrl ? 'Redis' : 'PostgreSQL'}`, schedule.length)
  const started = performance.now()
  let current: Condition = 'warming up'
  await atTheirTimes(schedule, async ({ condition }, index) => {
    if (condition !== current) {
      current = condition
      await (condition === 'idle' ? elsewhere.begin() : elsewhere.end())
    }
    watch.add({ ...(await place(carts[index] as FilledCart)), condition })
    bar.add(1)
  })
  const aloneS = ALONE_WARM_UP_S + ALONE_S
  const underLoad = schedule.length - aloneS * ALONE_RATE
  const ordersPerSecond = Math.round(underLoad / ((performance.now() - started) / 1000 - aloneS))
  await watch.untilAllVisible()
  bar.stop()
  worker.kill('SIGTERM')
  await once(worker, 'exit')
  await wakeUp.close()
  await watch.close()
  await elsewhere.close()
  await Promise.all([owner.end(), sql.end(), query.end()])
  await database.stop()
  return {
    p50Ms: rounded(percentile(samples.plain, 0.5)),
    p99Ms: rounded(percentile(samples.plain, 0.99)),
    idleP50Ms: rounded(percentile(samples.idle, 0.5)),
    idleP99Ms: rounded(percentile(samples.idle, 0.99)),
    aloneP50Ms: rounded(percentile(samples.alone, 0.5)),
    ordersPerSecond,
  }
}

type Phase = { condition: Condition; rate: number; seconds: number }
type Due = { condition: Condition; dueMs: number }

/** When each order is due, in ms from the beginning. */
function scheduleOf(phases: readonly Phase[]): Due[] {
  let beginMs = 0
  return phases.flatMap(({ condition, rate, seconds }) => {
    const from = beginMs
    beginMs += seconds * 1000
    return Array.from({ length: Math.round(rate * seconds) }, (_, nth) => ({
      condition,
      dueMs: from + (nth * 1000) / rate,
    }))
  })
}

function placer(options: Parameters<typeof createDispatcher>[0]) {
  const { dispatch } = createDispatcher(options)
  return async ({ shopperId, lines }: FilledCart): Promise<Omit<Waiting, 'condition'>> => {
    const input = { orderId: v7(), lines, contact: CONTACT, address: ADDRESS, payment: PAYMENT }
    const reply = await dispatch(placeOrder, { id: v7(), input, actor: { kind: 'guest', id: shopperId } })
    const token = reply.ok && reply.token ? parseToken(reply.token) : null
    if (!token) throw new Error(`An order was refused: ${JSON.stringify(reply)}`)
    return { token, committedAt: performance.now() }
  }
}

/** Sends on the beat whatever the answers do: a slow shop is not asked less. */
async function atTheirTimes(schedule: readonly Due[], act: (due: Due, index: number) => Promise<void>) {
  const started = performance.now()
  const underWay: Promise<void>[] = []
  for (const [index, due] of schedule.entries()) {
    const wait = started + due.dueMs - performance.now()
    if (wait > 1) await sleep(wait)
    underWay.push(act(due, index))
  }
  await Promise.all(underWay)
}

/** Looks at the checkpoint whenever it announces itself, and stops the clocks of the commits that it covers. */
function watchVisibility(listenUrl: string, query: Sql, onVisible: (ms: number, one: Waiting) => void) {
  const waiting = new Set<Waiting>()
  const listener = connect(listenUrl, { name: 'bench-marks', max: 1 })
  const marks = watchMarks(listener)
  let isLooking = false
  let isOwed = false
  const look = async () => {
    if (isLooking) {
      isOwed = true
      return
    }
    isLooking = true
    do {
      isOwed = false
      const [mark] = await query<Mark[]>`
        select name as projection, epoch, counter, snapshot::text as snapshot, target::text as target, reached
        from read.checkpoint where name = ${PROJECTION}`
      const now = performance.now()
      for (const one of waiting) {
        if (!mark || !covers(mark, one.token)) continue
        waiting.delete(one)
        onVisible(Math.max(0, now - one.committedAt), one)
      }
    } while (isOwed)
    isLooking = false
  }
  const unsubscribe = marks.subscribe(({ projection }) => {
    if (projection === PROJECTION) void look()
  })
  return {
    add(one: Waiting) {
      waiting.add(one)
    },
    async untilAllVisible() {
      const deadline = performance.now() + 30_000
      while (waiting.size > 0) {
        if (performance.now() > deadline) throw new Error(`${waiting.size} orders did not become visible.`)
        await look()
        await sleep(5)
      }
    },
    async close() {
      unsubscribe()
      await marks.close()
      await listener.end()
    },
  }
}

async function startWorker(database: BenchDatabase, redisUrl: string | undefined, query: Sql) {
  const env = {
    ...process.env,
    PROJECTOR_DATABASE_URL: database.projectorUrl,
    COMMAND_DATABASE_URL: database.commandUrl,
    SESSION_SECRET: database.sessionSecret,
    LOG_LEVEL: 'warn',
    REDIS_URL: redisUrl,
  }
  const worker = spawn(process.execPath, ['--import', 'tsx', 'workers/main.ts'], { env, stdio: ['ignore', 2, 2] })
  for (let tries = 0; tries < 300; tries++) {
    const rows = await query`select 1 from read.checkpoint where name = ${PROJECTION}`
    if (rows.length > 0) return worker
    if (worker.exitCode !== null) throw new Error('The worker ended before it was ready.')
    await sleep(100)
  }
  throw new Error('The worker did not become ready within 30 s.')
}
