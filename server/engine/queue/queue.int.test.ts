import { expect, test } from 'vitest'
import { createTestDatabase } from '@/db/testing/test-database'
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
