import { expect, test } from 'vitest'
import type { Listener } from './hub'
import { openStream } from './open-stream'

const HALF_FULL = new Uint8Array(32 * 1024)

function open() {
  const gone = new AbortController()
  const seen = { listener: undefined as Listener | undefined, closed: 0, left: 0 }
  const hub = {
    join(listener: Listener) {
      seen.listener = listener
      return () => void seen.left++
    },
    close() {},
  }
  const hearer = { actorId: 'ada', hearsAll: false, until: 0, ageMs: 0 }
  const body = openStream(hub, { ...hearer, signal: gone.signal, onClosed: () => void seen.closed++ })
  return { body, gone, seen, write: () => seen.listener?.write(HALF_FULL) }
}

test('who does not read is closed, and nothing more is kept for him', async () => {
  const { body, seen, write } = open()
  for (let times = 0; times < 100; times++) write()
  expect(seen).toMatchObject({ closed: 1, left: 1 })
  expect((await new Response(body).bytes()).byteLength).toBe(2 * HALF_FULL.byteLength)
})

test('who reads may be written to for ever', async () => {
  const { body, seen, write } = open()
  const reader = body.getReader()
  for (let times = 0; times < 100; times++) {
    write()
    await reader.read()
  }
  expect(seen).toMatchObject({ closed: 0, left: 0 })
})

test('its place is given back once, whichever side ends it', async () => {
  const { body, gone, seen } = open()
  gone.abort()
  seen.listener?.close()
  await body.cancel()
  expect(seen).toMatchObject({ closed: 1, left: 1 })
})
