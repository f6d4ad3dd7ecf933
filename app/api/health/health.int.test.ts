import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connect, type Sql } from '@/server/engine/postgres'
import { openReadSide, type TestReadSide } from '@/server/read/test-read-side'
import { created } from '@/server/read/testing'
import { WORKER_SESSIONS } from '@/server/worker-names'

let side: TestReadSide
let worker: Sql
let routes: Record<'health' | 'readers' | 'live', () => Response | Promise<Response>>

beforeAll(async () => {
  side = await openReadSide()
  vi.stubEnv('COMMAND_DATABASE_URL', side.database.commandUrl)
  vi.stubEnv('QUERY_DATABASE_URL', side.database.queryUrl)
  vi.stubEnv('REDIS_URL', side.database.redisUrl ?? '')
  vi.stubEnv('SESSION_SECRET', 'a secret of more than thirty-two characters')
  vi.stubEnv('HEALTH_MAX_LAG_SECONDS', '1')
  vi.stubEnv('LOG_LEVEL', 'silent')
  const [health, readers, live] = await Promise.all([
    import('./route'),
    import('./readers/route'),
    import('./live/route'),
  ])
  routes = { health: health.GET, readers: readers.GET, live: live.GET }
  worker = connect(side.database.projectorUrl, { name: WORKER_SESSIONS.projector, max: 1 })
  await worker`select 1`
  await side.catchUpAll()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await worker.end()
  await side.close()
})

async function ask(door: keyof typeof routes) {
  const response = await routes[door]()
  return { status: response.status, body: await response.json() }
}

const untilAsked = (door: keyof typeof routes, expected: object) =>
  expect.poll(() => ask(door), { timeout: 8000, interval: 200 }).toMatchObject(expected)

test('a worker that holds still is named with who holds it, and the shop still sells', async () => {
  await untilAsked('health', { status: 200, body: { status: 'ready', commands: 'up', queries: 'up', late: [] } })
  await side.admin.begin(async (tx) => {
    const [{ pid } = { pid: 0 }] = await tx<{ pid: number }[]>`
      select pg_backend_pid() as pid from read.checkpoint where name = 'cart' for update`
    const waiting = worker`select from read.checkpoint where name = 'cart' for update`.execute()
    await side.record([created(1)])
    const heldBackBy = expect.stringContaining(`session ${pid} (`)
    const cart = expect.objectContaining({ reader: 'cart', behind: 1, heldBackBy })
    await untilAsked('readers', { status: 503, body: { late: expect.arrayContaining([cart]) } })
    expect(await ask('health')).toMatchObject({ status: 200, body: { ok: true, status: 'degraded' } })
    waiting.catch(() => {})
  })
  await side.catchUpAll()
  await untilAsked('readers', { status: 200, body: { status: 'ready' } })
})

test('without a worker nobody is told that all is well, though nothing waits yet', async () => {
  await worker.end()
  await untilAsked('readers', { status: 503, body: { workers: 'down', late: [] } })
  expect(await ask('live')).toMatchObject({ status: 200 })
})
