import { createServer, connect as openSocket, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { openReadSide, type TestReadSide } from '@/server/read/test-read-side'
import { created } from '@/server/read/testing'
import type { QueueBackend } from '../queue/queue'
import { createWakeUp, LOG_CHANNEL, type WakeUp } from '../queue/wake-up'
import { type Runner, startRunner } from './runner'

const NEVER = 3_600_000

let shop: TestReadSide
let line: Awaited<ReturnType<typeof openLine>>
let running: { runner: Runner; wakeUp: WakeUp }[] = []

beforeAll(async () => {
  shop = await openReadSide()
})
beforeEach(async () => {
  await shop.clear()
  line = await openLine(shop.database.redisUrl ?? shop.database.projectorUrl)
})
afterEach(async () => {
  line.up()
  for (const { runner, wakeUp } of running) await Promise.all([runner.stop(), wakeUp.close()])
  running = []
  await line.close()
})
afterAll(() => shop.close())

/** A way to the queue that can be cut and mended. */
async function openLine(target: string) {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let isUp = true
  const server = createServer((near) => {
    if (!isUp) return near.destroy()
    const far = openSocket(Number(port), hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far)
    far.pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(target)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as { port: number }).port)
  const cut = () => {
    isUp = false
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  const backend: QueueBackend = shop.database.redisUrl ? { redisUrl: url.href } : { postgresUrl: url.href }
  return {
    backend,
    cut,
    up() {
      isUp = true
    },
    async close() {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Without notifications the job alone must do. */
async function start(sweepMs: number, isHeard = false) {
  const errors: string[] = []
  const runner = await startRunner({
    sql: shop.projector,
    policySql: shop.command,
    definitions,
    projections: shop.projections.filter(({ name }) => name === 'product-page'),
    policies: [],
    queue: line.backend,
    sweepMs,
    onError: (error, about) => errors.push(`${about}: ${error.message}`),
  })
  const wakeUp = createWakeUp({
    queue: line.backend,
    sql: isHeard ? shop.command : null,
    onError: (error) => errors.push(`wake-up: ${error.message}`),
  })
  running.push({ runner, wakeUp })
  /** What a command does when it has committed. */
  const commit = async (n: number) => {
    await shop.record([created(n)])
    wakeUp.wake()
  }
  return { commit, errors }
}

async function untilShown(n: number, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs
  while (performance.now() < deadline) {
    const rows = await shop.admin`select from read.product_page where slug = ${`lantern-${n}`}`
    if (rows.length > 0) return true
    await sleep(5)
  }
  return false
}

/** Who begins to listen looks at the log once more, and would find what is committed just then. */
async function untilListening() {
  const listeners = () => shop.admin`
    select from pg_stat_activity where datname = current_database() and query = ${`listen "${LOG_CHANNEL}"`}`
  await expect.poll(async () => (await listeners()).length, { timeout: 10_000 }).toBe(1)
  await sleep(500)
}

it('a commit wakes the projections by a job, without any sweep', async () => {
  const { commit } = await start(NEVER)
  // One job a second is added, so each of these waits for its own.
  for (let n = 1; n <= 5; n++) {
    await commit(n)
    expect(await untilShown(n, 5000)).toBe(true)
  }
})

it('a commit wakes the projections by a notification, with the queue down and without any sweep', async () => {
  const { commit } = await start(NEVER, true)
  // BullMQ does not bear to be cut off in the middle of its greeting.
  await sleep(500)
  line.cut()
  for (let n = 1; n <= 20; n++) {
    await commit(n)
    expect(await untilShown(n, 5000)).toBe(true)
  }
})

it('of many commits at once none is left lying', async () => {
  const { commit } = await start(NEVER)
  await Promise.all(Array.from({ length: 60 }, (_, n) => commit(n + 1)))
  for (let n = 1; n <= 60; n++) expect(await untilShown(n, 5000)).toBe(true)
})

it('with the queue down commands go on, and the sweep shows what they did', async () => {
  const { commit, errors } = await start(300)
  line.cut()
  for (let n = 1; n <= 3; n++) {
    const began = performance.now()
    await commit(n)
    expect(performance.now() - began).toBeLessThan(3000)
    expect(await untilShown(n, 5000)).toBe(true)
  }
  expect(errors.length).toBeGreaterThan(0)
})

it.each([
  ['comes back', false],
  ['was not there at the start', true],
])('a queue that %s wakes again', { timeout: 60_000 }, async (_, isDownAtStart) => {
  if (isDownAtStart) line.cut()
  const { commit } = await start(NEVER)
  line.cut()
  await untilListening()
  await commit(1)
  expect(await untilShown(1, 700)).toBe(false)
  line.up()
  const deadline = performance.now() + 45_000
  let n = 1
  do {
    n++
    await commit(n)
  } while (!(await untilShown(n, 1000)) && performance.now() < deadline)
  expect(await untilShown(n, 10)).toBe(true)
  expect(await untilShown(1, 10)).toBe(true)
})
