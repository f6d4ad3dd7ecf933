import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { placeOrder } from '@/server/write/order/place-order'
import { aGuest, openTestShop, type TestShop } from '@/server/write/test-shop'
import { traceOf } from './trace-ids'

type Sent = { traceId: string; spanId: string; parentSpanId?: string; name: string; startTimeUnixNano: string }
type Spans = { service: string; spans: Sent[] }

let side: TestShop
let worker: ChildProcess
let receiver: Server
const received: (Sent & { service: string })[] = []

beforeAll(async () => {
  side = await openTestShop()
  receiver = createServer(async (request, response) => {
    for (const { service, spans } of spansIn(await json(request))) {
      for (const span of spans) received.push({ ...span, service })
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const { commandUrl, projectorUrl, queryUrl, redisUrl } = side.database
  const env = {
    COMMAND_DATABASE_URL: commandUrl,
    PROJECTOR_DATABASE_URL: projectorUrl,
    QUERY_DATABASE_URL: queryUrl,
    REDIS_URL: redisUrl ?? '',
    SESSION_SECRET: 'a secret of more than thirty-two characters',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`,
    TIDEMARK_DATA_DIR: '/nonexistent',
    LOG_LEVEL: 'silent',
  }
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  const ours = { ...process.env, ...env }
  worker = spawn(process.execPath, ['--import', 'tsx', 'workers/main.ts'], {
    env: ours,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(worker, 'message')
}, 60_000)
afterAll(async () => {
  worker.kill()
  await once(worker, 'exit')
  vi.unstubAllEnvs()
  receiver.close()
  await side.close()
})

function spansIn(body: unknown): Spans[] {
  const { resourceSpans } = body as {
    resourceSpans: {
      resource: { attributes: { key: string; value: { stringValue: string } }[] }
      scopeSpans: { spans: Sent[] }[]
    }[]
  }
  return resourceSpans.map(({ resource, scopeSpans }) => ({
    service: resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '',
    spans: scopeSpans.flatMap(({ spans }) => spans),
  }))
}

test('one click is one trace, from the browser through command, reaction and projections to what can be seen', {
  timeout: 60_000,
}, async () => {
  const { shop } = await import('@/server/shop')
  const thing = await side.stockUp(5)
  const buyer = aGuest()
  await side.fillCart(buyer, [{ ...thing, quantity: 1 }])
  const clickedAt = Date.now() - 250
  const id = v7({ msecs: clickedAt })
  const input = side.orderOf([{ ...thing, quantity: 1 }])
  const before = shop()
  // OpenTelemetry is loaded beside the first work, and what comes before it is there is not traced.
  await import('./spans')
  expect(await before.dispatch(placeOrder, { id, input, actor: buyer })).toMatchObject({ ok: true })

  const own = () => received.filter(({ traceId }) => traceId === traceOf(id).traceId)
  const named = () => own().map(({ service, name }) => `${service}: ${name}`)
  await expect
    .poll(named, { timeout: 30_000 })
    .toEqual(
      expect.arrayContaining([
        'tidemark-web: click PlaceOrder',
        'tidemark-web: command PlaceOrder',
        'tidemark-worker: react when-order-placed-authorise-payment',
        'tidemark-worker: project order-detail',
        'tidemark-worker: project revenue',
      ]),
    )
  const [click] = own().filter(({ name }) => name.startsWith('click'))
  expect(click).toMatchObject({ spanId: traceOf(id).spanId })
  expect(Number(BigInt(click?.startTimeUnixNano ?? 0) / 1_000_000n)).toBe(clickedAt)
  for (const span of own().filter((one) => one !== click)) expect(span.parentSpanId).toBe(click?.spanId)
})
