import { expect, test, vi } from 'vitest'
import { createTestDatabase } from '@/db/testing/test-database'
import { connect } from '../database/postgres'
import { openQueue, openWorker, type QueueBackend } from './queue'
import { WAKE_UP_QUEUE } from './wake-up'

test('a job that one role adds reaches the worker of another, and no error is hidden on the way', async () => {
  const database = await createTestDatabase()
  const { redisUrl } = database
  const backend = (postgresUrl: string): QueueBackend => (redisUrl ? { redisUrl } : { postgresUrl })
  const errors: string[] = []
  const onError = (error: Error) => errors.push(error.message)
  const queue = openQueue(backend(database.commandUrl), WAKE_UP_QUEUE, onError)
  const received: unknown[] = []
  const worker = openWorker(
    backend(database.projectorUrl),
    WAKE_UP_QUEUE,
    async (job) => {
      received.push(job.data)
    },
    onError,
  )
  await queue.add('wake', { count: 1 })
  await expect.poll(() => received, { timeout: 5000 }).toEqual([{ count: 1 }])
  await worker.close()
  await queue.close()
  await database.drop()
  expect(errors).toEqual([])
})

test('all queues of a process share few connections on PostgreSQL, one of which listens, and get over their loss', async () => {
  const database = await createTestDatabase()
  const backend = { postgresUrl: database.projectorUrl }
  const onError = () => {}
  const names = ['confirmations', 'unpaid-orders', WAKE_UP_QUEUE]
  const received: string[] = []
  const queues = names.map((name) => openQueue(backend, name, onError))
  const workers = names.map((name) =>
    openWorker(backend, name, async (job) => void received.push(`${name} ${job.data.nth}`), onError),
  )
  const admin = connect(database.adminUrl, { name: 'test-admin', max: 1 })
  const sessions = () => admin<{ pid: number; listens: boolean }[]>`
    select pid, query ilike '%listen %' as listens from pg_stat_activity
    where datname = current_database() and usename = 'tidemark_projector'`
  const listeners = async () => (await sessions()).filter(({ listens }) => listens).length
  // Whoever listens has nothing to do by now: what comes is what wakes him.
  await expect.poll(listeners, { timeout: 5000 }).toBe(1)
  await expect.poll(async () => (await sessions()).length, { timeout: 5000 }).toBeLessThanOrEqual(7)
  for (const nth of [1, 2]) {
    // A pool learns of a lost connection when it next uses it, and refuses whoever asked: he asks again.
    for (const queue of queues) {
      await vi.waitFor(() => queue.add('due', { nth }, { jobId: `due-${nth}` }), { timeout: 5000 })
    }
    const wanted = names.map((name) => `${name} ${nth}`).sort()
    await expect.poll(() => received.filter((one) => one.endsWith(`${nth}`)).sort(), { timeout: 5000 }).toEqual(wanted)
    await admin`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'tidemark_projector'`
    await expect.poll(listeners, { timeout: 10_000 }).toBe(1)
  }
  await Promise.all([...workers, ...queues].map((one) => one.close()))
  await expect.poll(async () => (await sessions()).length, { timeout: 5000 }).toBe(0)
  await admin.end()
  await database.drop()
})
