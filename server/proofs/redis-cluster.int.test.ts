import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { startThrowAwayRedisCluster } from '@/db/testing/throw-away-redis-cluster'
import { startDueJobs } from '@/server/engine/queue/due-jobs'
import { createWakeUp } from '@/server/engine/queue/wake-up'
import { startRunner } from '@/server/engine/worker/runner'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { openReadSide, type TestReadSide } from '@/server/read/test-read-side'
import { created } from '@/server/read/testing'

const NEVER = 3_600_000

let shop: TestReadSide
let cluster: Awaited<ReturnType<typeof startThrowAwayRedisCluster>>
let running: Awaited<ReturnType<typeof start>>
/** A worker without a sweep, the wake-ups of two web servers (one that sends jobs only), and a due job. */
async function start() {
  const backend = { redisUrl: cluster.url }
  const onError = () => {}
  const runner = await startRunner({
    ...{ sql: shop.projector, policySql: shop.command, definitions, policies: [], queue: backend, onError },
    projections: shop.projections.filter(({ name }) => name === 'product-page'),
    sweepMs: NEVER,
  })
  const byJob = createWakeUp({ queue: backend, sql: null, onError })
  const byBoth = createWakeUp({ queue: backend, sql: shop.command, onError })
  const done: string[] = []
  const due = startDueJobs({
    ...{ backend, name: 'unpaid-orders', sweepMs: NEVER, onError },
    handle: async (id) => void done.push(id),
    findDue: async () => [],
  })
  return {
    ...{ byJob, byBoth, due, done },
    stop: () => Promise.all([due.stop(), runner.stop(), byJob.close(), byBoth.close()]),
  }
}

let last = 0
/** Commits something and says so. Answers whether it is shown within the time. */
async function isShown(wake: () => void, withinMs: number): Promise<boolean> {
  const n = ++last
  await shop.record([created(n)])
  const began = performance.now()
  wake()
  expect(performance.now() - began, 'a command does not wait for the queue').toBeLessThan(500)
  while (performance.now() < began + withinMs) {
    const rows = await shop.admin`select from read.product_page where slug = ${`lantern-${n}`}`
    if (rows.length > 0) return true
    await sleep(5)
  }
  return false
}

async function isDone(id: string): Promise<boolean> {
  running.due.remind(id, 300)
  for (let n = 0; n < 100 && !running.done.includes(id); n++) await sleep(50)
  return running.done.includes(id)
}

// The run of the suite that has a Redis.
describe.runIf(inject('redisUrl'))('a Redis cluster of three nodes', () => {
  beforeAll(async () => {
    cluster = await startThrowAwayRedisCluster(3)
    shop = await openReadSide()
    running = await start()
  }, 120_000)
  afterAll(async () => {
    await running.stop()
    await cluster.stop()
    await shop.close()
  }, 60_000)

  it('on three nodes commits wake the projections, and what is due is done', async () => {
    for (let n = 0; n < 10; n++) expect(await isShown(running.byJob.wake, 10_000)).toBe(true)
    expect(await isDone('first')).toBe(true)
  }, 120_000)

  it('what a node is gone with that holds none of our keys is nobody’s loss', async () => {
    const owner = await cluster.ownerOf('{tidemark}')
    const other = cluster.nodes.find((node) => node !== owner)
    await other?.kill()
    await sleep(2500)
    for (let n = 0; n < 3; n++) expect(await isShown(running.byJob.wake, 10_000)).toBe(true)
    expect(await isDone('second')).toBe(true)
    await other?.restart()
  }, 120_000)

  it('with the node gone that holds the queue, commands go on and are shown; when it is back, so are the jobs', async () => {
    const owner = await cluster.ownerOf('{tidemark}')
    await owner.kill()
    for (let n = 0; n < 5; n++) expect(await isShown(running.byBoth.wake, 10_000)).toBe(true)
    await sleep(2000)
    expect(await isShown(running.byBoth.wake, 10_000)).toBe(true)
    expect(await isShown(running.byJob.wake, 500)).toBe(false)

    await owner.restart()
    const deadline = performance.now() + 60_000
    while (!(await isShown(running.byJob.wake, 1500)) && performance.now() < deadline);
    expect(await isShown(running.byJob.wake, 10_000)).toBe(true)
    await expect.poll(() => isDone(`again ${performance.now()}`), { timeout: 60_000 }).toBe(true)
  }, 180_000)
})
