import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerAt } from '../testing'
import { keyOf } from '../views/answer-cache'
import { createPushRefetcher } from './push-refetcher'

const ADA = '0198f000-0000-7000-8000-0000000000a1'
const BEN = '0198f000-0000-7000-8000-0000000000b2'
const ada = { actorId: ADA, hearsAll: false }
const merchant = { actorId: ADA, hearsAll: true }
const KEY = keyOf({ name: 'notes', input: {} })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** One view on screen, over a server whose answers have the mark `server.counter`. */
function onScreen() {
  const screen = { counter: 5, isHidden: false, isFetching: false, asked: 0 }
  const server = { counter: 5 }
  const refetcher = createPushRefetcher({
    mounted: () => [{ key: KEY, answer: answerAt(screen.counter, null), isFetching: screen.isFetching }],
    refetch: () => {
      screen.asked++
      screen.counter = server.counter
    },
    isHidden: () => screen.isHidden,
    random: () => 0.5,
  })
  const announce = (counter: number, keys: string[] | null, hearer = ada) =>
    refetcher.hear([{ projection: 'notes', counter, keys }], hearer)
  return { screen, server, refetcher, announce }
}

test('own news is asked for once, and soon', () => {
  const { screen, server, announce } = onScreen()
  server.counter = 8
  for (const counter of [6, 7, 8]) announce(counter, [ADA])
  vi.advanceTimersByTime(100)
  expect(screen.asked).toBe(1)
  vi.advanceTimersByTime(60_000)
  expect(screen.asked).toBe(1)
})

test('what came in by another way meanwhile is not asked for', () => {
  const { screen, announce } = onScreen()
  announce(6, [ADA])
  screen.counter = 6
  vi.advanceTimersByTime(60_000)
  expect(screen.asked).toBe(0)
})

test('a dashboard is asked for about once a second, however much happens', () => {
  const { screen, server, announce } = onScreen()
  for (let step = 0; step < 100; step++) {
    server.counter++
    announce(server.counter, [BEN], merchant)
    vi.advanceTimersByTime(50)
  }
  expect(screen.asked).toBeGreaterThanOrEqual(4)
  expect(screen.asked).toBeLessThanOrEqual(6)
})

test('nobody looks: nothing is asked for until somebody does', () => {
  const { screen, server, refetcher, announce } = onScreen()
  screen.isHidden = true
  server.counter = 6
  announce(6, [ADA])
  vi.advanceTimersByTime(60_000)
  expect(screen.asked).toBe(0)
  screen.isHidden = false
  refetcher.wake()
  vi.advanceTimersByTime(100)
  expect(screen.asked).toBe(1)
})

test('an answer that lags behind its announcement is asked for again, and not for ever', () => {
  const { screen, announce } = onScreen()
  announce(6, [ADA])
  vi.advanceTimersByTime(600_000)
  expect(screen.asked).toBe(6)
})

test('an answer on its way is waited for, not asked for twice', () => {
  const { screen, announce } = onScreen()
  screen.isFetching = true
  announce(6, [ADA])
  vi.advanceTimersByTime(100)
  screen.isFetching = false
  screen.counter = 6
  vi.advanceTimersByTime(60_000)
  expect(screen.asked).toBe(0)
})

test('what may have been missed is asked for once', () => {
  const { screen, refetcher } = onScreen()
  refetcher.missed()
  vi.advanceTimersByTime(60_000)
  expect(screen.asked).toBe(1)
})
