import { EventEmitter, once } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepRunning } from './keep-running'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A thing that ends when the test says so, or when it is asked to stop. */
function things() {
  const started: { end: () => void }[] = []
  const start = async () => {
    const thing = new EventEmitter()
    const end = () => void thing.emit('end')
    started.push({ end })
    return { exited: once(thing, 'end'), stop: async () => end() }
  }
  return { started, start, end: () => started.at(-1)?.end() }
}

it('starts a thing again when it ends, after pauses that double', async () => {
  const { started, start, end } = things()
  const pauses: number[] = []
  const service = keepRunning(start, (pause) => pauses.push(pause))
  for (const pause of [500, 1000, 2000, 4000]) {
    await vi.advanceTimersByTimeAsync(1)
    end()
    await vi.advanceTimersByTimeAsync(pause + 1)
  }
  expect(pauses).toEqual([500, 1000, 2000, 4000])
  expect(started).toHaveLength(5)
  expect(service.crashes()).toBe(4)
  await service.stop()
})

it('forgets old crashes once a thing was up for a while', async () => {
  const { start, end } = things()
  const pauses: number[] = []
  const service = keepRunning(start, (pause) => pauses.push(pause))
  await vi.advanceTimersByTimeAsync(1)
  end()
  await vi.advanceTimersByTimeAsync(100_000)
  end()
  await vi.advanceTimersByTimeAsync(10)
  expect(pauses).toEqual([500, 500])
  await service.stop()
})

it('counts a thing that cannot be started as ended', async () => {
  const service = keepRunning(
    () => Promise.reject(new Error('no')),
    () => {},
  )
  await vi.advanceTimersByTimeAsync(2000)
  expect(service.crashes()).toBe(3)
  await service.stop()
})

it('does not start a stopped thing again', async () => {
  const { started, start } = things()
  const service = keepRunning(start, () => {})
  await vi.advanceTimersByTimeAsync(1)
  await service.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(started).toHaveLength(1)
})

it('stops a thing that was still starting', async () => {
  const { start } = things()
  const stopped = vi.fn()
  const slowly = async () => {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const thing = await start()
    return { ...thing, stop: async () => stopped(await thing.stop()) }
  }
  const service = keepRunning(slowly, () => {})
  const stopping = service.stop()
  await vi.advanceTimersByTimeAsync(1001)
  await stopping
  expect(stopped).toHaveBeenCalledOnce()
})
