import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { openQueue, openWorker, type QueueBackend } from '@/server/engine/queue/queue'
import { openQueueBoard } from './queue-board'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const QUEUE = 'unpaid-orders'
const HOUR_MS = 3_600_000

test('what waits for its time and what failed is told with its reason, and runs when somebody says so', async () => {
  const { redisUrl, commandUrl } = database
  const backend: QueueBackend = redisUrl ? { redisUrl } : { postgresUrl: commandUrl }
  const errors: string[] = []
  const onError = (error: Error) => errors.push(error.message)
  const queue = openQueue(backend, QUEUE, onError)
  const board = openQueueBoard(backend, onError)
  const standing = async () => (await board.look()).find((one) => one.queue === QUEUE)
  await queue.add('due', { id: 'an order' }, { delay: HOUR_MS })
  const [job] = (await standing())?.jobs ?? []
  expect(job).toMatchObject({ about: 'an order', state: 'delayed', reason: null, attempts: 0 })
  expect(Date.parse(job?.dueAt ?? '')).toBeGreaterThan(Date.now() + HOUR_MS / 2)

  let isBroken = true
  const done: string[] = []
  const work = async (about: string) => {
    if (isBroken) throw new Error('The partner is out')
    done.push(about)
  }
  const worker = openWorker(backend, QUEUE, (one) => work(one.data.id), onError)
  const id = job?.id ?? ''
  expect(await board.runNow(QUEUE, id)).toBe(true)
  await expect.poll(standing, { timeout: 10_000 }).toMatchObject({
    failed: 1,
    delayed: 0,
    jobs: [{ id, state: 'failed', reason: 'The partner is out', attempts: 1, dueAt: null }],
  })

  isBroken = false
  expect(await board.runNow(QUEUE, id)).toBe(true)
  await expect.poll(() => done, { timeout: 10_000 }).toEqual(['an order'])
  expect(await board.runNow(QUEUE, 'no such job')).toBe(false)
  expect(await board.runNow('no such queue', id)).toBe(false)
  await worker.close()
  await queue.close()
  await board.close()
})
