import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { ShopActor } from '@/server/actor'
import { ownReadSide } from '@/server/read/own-read-side'
import { created } from '@/server/read/testing'
import { stubWebEnv } from '../stub-web-env'

const TOKEN = 'a-token-of-sixteen-or-more'
const asking = vi.hoisted(() => ({ actor: { kind: 'guest', id: 'ada' } as ShopActor }))

// Both need a request of Next's around them; who may read what he asks for is told from what they answer.
vi.mock('server-only', () => ({}))
vi.mock('@/app/_server/actor', () => ({ whoIsAsking: async () => asking }))

const side = ownReadSide({ isKept: true })
let read: (authorization?: string) => Promise<{ status: number; text: string }>

beforeAll(async () => {
  stubWebEnv(side.database, { METRICS_TOKEN: TOKEN })
  const { GET } = await import('./route')
  read = async (authorization) => {
    const headers = authorization ? { authorization } : undefined
    const response = await GET(new Request('http://shop/api/metrics', { headers: headers ?? {} }))
    return { status: response.status, text: await response.text() }
  }
})
afterAll(() => void vi.unstubAllEnvs())

const figure = (text: string, series: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.slice(series.length),
  )

test('strangers, customers and wrong tokens are told nothing', async () => {
  for (const kind of ['guest', 'customer'] as const) {
    asking.actor = { kind, id: 'ada' }
    for (const authorization of [undefined, 'Bearer wrong', `Basic ${TOKEN}`]) {
      const { status, text } = await read(authorization)
      expect(status).toBe(401)
      expect(text).not.toContain('tidemark_')
    }
  }
})

test('staff reads it without a token', async () => {
  asking.actor = { kind: 'staff', id: 'sam' }
  expect(await read()).toMatchObject({ status: 200, text: expect.stringContaining('process_cpu_seconds_total') })
})

test('a projection that nobody runs falls behind in the figures, and is up to date when it has caught up', async () => {
  asking.actor = { kind: 'guest', id: 'ada' }
  const labels = 'reader="product-page",kind="projection"'
  await side.catchUpAll()
  await side.record([created(1)])
  // Who asks again within half a second is told the same.
  await new Promise((resolve) => setTimeout(resolve, 600))
  const behind = (await read(`Bearer ${TOKEN}`)).text
  expect(figure(behind, `tidemark_reader_lag_events{${labels}}`)).toBe(1)
  expect(figure(behind, `tidemark_reader_lag_seconds{${labels}}`)).toBeGreaterThanOrEqual(0.05)
  expect(figure(behind, 'tidemark_queue_up')).toBe(1)
  await side.catchUpAll()
  const told = async () => (await read(`Bearer ${TOKEN}`)).text
  await expect.poll(async () => figure(await told(), `tidemark_reader_lag_events{${labels}}`)).toBe(0)
  const caughtUp = await told()
  expect(figure(caughtUp, `tidemark_reader_lag_seconds{${labels}}`)).toBe(0)
  const moves = `tidemark_reader_checkpoint_moves_total{${labels}}`
  expect(figure(caughtUp, moves)).toBeGreaterThan(figure(behind, moves))
})
