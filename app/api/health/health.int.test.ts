import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { SYSTEM } from '@/server/actor'
import { connect, type Sql } from '@/server/engine/database/postgres'
import { type Policy, preparePolicies } from '@/server/engine/reactions/policy'
import { startCanary } from '@/server/engine/watching/canary'
import { startRunner } from '@/server/engine/worker/runner'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { policyReaders } from '@/server/policies/readers'
import { ownReadSide } from '@/server/read/own-read-side'
import { created } from '@/server/read/testing'
import { WORKER_SESSIONS } from '@/server/worker-names'
import { stubWebEnv } from '../stub-web-env'

const side = ownReadSide({ isKept: true })
let worker: Sql
let routes: Record<'health' | 'readers' | 'live', () => Response | Promise<Response>>

beforeAll(async () => {
  stubWebEnv(side.database, { HEALTH_MAX_LAG_SECONDS: '1' })
  const [health, readers, live] = await Promise.all([
    import('./route'),
    import('./readers/route'),
    import('./live/route'),
  ])
  routes = { health: health.GET, readers: readers.GET, live: live.GET }
  worker = connect(side.database.projectorUrl, { name: WORKER_SESSIONS.projector, max: 1 })
  await worker`select 1`
  await side.record([created(9)])
  await side.catchUpAll()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await worker.end()
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
    const heldBackBy = expect.stringContaining(`session ${pid} holds`)
    const cart = expect.objectContaining({ reader: 'cart', behind: 1, heldBackBy })
    await untilAsked('readers', { status: 503, body: { late: expect.arrayContaining([cart]) } })
    expect(await ask('health')).toMatchObject({ status: 200, body: { ok: true, status: 'degraded' } })
    waiting.catch(() => {})
  })
  await side.catchUpAll()
  await untilAsked('readers', { status: 200, body: { status: 'ready' } })
})

test('a projection or a policy that died is late within seconds, though nothing happens in the shop', async () => {
  const [dead, deadPolicy] = ['cart', 'when-refund-issued-pay-back']
  const errors: string[] = []
  const onError = (error: Error) => errors.push(error.message)
  const policies = policyReaders().map((one): Policy => ({ ...one, react: async () => {} }))
  await preparePolicies(side.command, policies)
  const runner = await startRunner({
    sql: side.projector,
    policySql: side.command,
    definitions,
    projections: side.projections.filter(({ name }) => name !== dead),
    policies: policies.filter(({ name }) => name !== deadPolicy),
    queue: side.backend,
    sweepMs: 100,
    onError,
  })
  const pace = { silenceMs: 300, lookEveryMs: 100 }
  const canary = startCanary({ sql: side.command, actor: SYSTEM, onSang: () => {}, onError, ...pace })
  const late = [dead, deadPolicy].map((reader) => expect.objectContaining({ reader }))
  await untilAsked('readers', { status: 503, body: { canary: { isHeard: true }, late: expect.arrayContaining(late) } })
  expect((await ask('readers')).body.late).toHaveLength(2)
  await canary.stop()
  await runner.stop()
  await side.catchUpAll()
  await side.admin`delete from write.policy_checkpoint`
  expect(errors).toEqual([])
})

test('without a worker nobody is told that all is well, though nothing waits yet', async () => {
  await worker.end()
  await untilAsked('readers', { status: 503, body: { workers: 'down', late: [] } })
  expect(await ask('live')).toMatchObject({ status: 200 })
})
