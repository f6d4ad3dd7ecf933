import { afterEach, expect, test } from 'vitest'
import type { Recorded } from '@/server/engine/log/event'
import { createInstruments } from './instruments'
import { type MetricsServer, serveMetrics } from './serve-metrics'

let server: MetricsServer | undefined
afterEach(() => server?.close())

const token = 'a-token-of-sixteen-or-more'

const events = (count: number) => Array<Recorded>(count).fill({} as Recorded)

async function serve(known?: string) {
  const { registry, observer } = createInstruments()
  const opened = serveMetrics({ port: 0, token: known, registry, onError: () => {} })
  server = opened
  await expect.poll(opened.port).not.toBeNull()
  const ask = async (path: string, authorization?: string) => {
    const headers: HeadersInit = authorization ? { authorization } : {}
    const response = await fetch(`http://127.0.0.1:${opened.port()}${path}`, { headers })
    return { status: response.status, text: await response.text() }
  }
  return { ask, observer, port: opened.port() ?? 0, registry }
}

test('a worker tells what its projections applied and how long it took', async () => {
  const { ask, observer } = await serve()
  observer.onStep({ projection: 'totals', events: events(3), outcome: 'applied', ms: 20 })
  observer.onStep({ projection: 'totals', events: events(4), outcome: 'applied', ms: 30 })
  const { status, text } = await ask('/metrics')
  expect(status).toBe(200)
  expect(text).toContain('tidemark_projection_events_total{projection="totals",outcome="applied"} 7')
  expect(text).toContain('tidemark_projection_batch_duration_seconds_sum{projection="totals"} 0.05')
  expect((await ask('/')).status).toBe(404)
})

test('with a token it is told to nobody else', async () => {
  const { ask } = await serve(token)
  expect(await ask('/metrics')).toEqual({ status: 401, text: '' })
  expect((await ask('/metrics', `Bearer ${token}`)).status).toBe(200)
})

test('a port that is taken is told, and ends nothing', async () => {
  const { port, registry } = await serve()
  const errors: string[] = []
  const second = serveMetrics({ port, token: undefined, registry, onError: (error) => errors.push(error.message) })
  await expect.poll(() => errors).toEqual([expect.stringContaining('EADDRINUSE')])
  second.close()
})
