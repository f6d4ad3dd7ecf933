import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startConvoy } from './convoy'

const MOVE_MS = 5

/** One reader whose moves last a while; `seen` is what was there when its last finished move began. */
function startCounting(again: () => boolean = () => false) {
  const there = { count: 0, seen: 0, moves: 0 }
  const convoy = startConvoy({
    readers: [{ name: 'counting' }],
    async together() {
      const { count } = there
      await sleep(MOVE_MS)
      there.seen = count
      there.moves += 1
      return { alone: [], again: again() }
    },
    alone: async () => {},
    onError: (error) => {
      throw error
    },
  })
  return { there, convoy }
}

/** Wakes a convoy more often than it can move, until told to stop. */
function keepWaking(convoy: ReturnType<typeof startCounting>['convoy'], there: { count: number }) {
  const timer = setInterval(() => {
    there.count += 1
    void convoy.wake()
  }, 1)
  return { stop: () => clearInterval(timer) }
}

test('whoever wakes it waits for what was there, and not for what comes meanwhile without end', async () => {
  const { there, convoy } = startCounting()
  const load = keepWaking(convoy, there)
  for (let round = 0; round < 5; round++) {
    const { count } = there
    await convoy.wake()
    expect(there.seen).toBeGreaterThanOrEqual(count)
  }
  load.stop()
  await convoy.stop()
})

test('it stops under load, and has done what was there when it was told to', async () => {
  const { there, convoy } = startCounting()
  const load = keepWaking(convoy, there)
  await sleep(4 * MOVE_MS)
  const { count } = there
  await convoy.stop()
  expect(there.seen).toBeGreaterThanOrEqual(count)
  const { moves } = there
  await sleep(4 * MOVE_MS)
  expect(there.moves).toBe(moves)
  load.stop()
})

test('what a move leaves undone is waited for', async () => {
  let left = 3
  const { there, convoy } = startCounting(() => left-- > 0)
  await convoy.wake()
  expect(there.moves).toBe(4)
  await convoy.stop()
})

test('calls during one move are served by one more', async () => {
  const { there, convoy } = startCounting()
  const first = convoy.wake()
  await sleep(MOVE_MS / 2)
  await Promise.all([first, convoy.wake(), convoy.wake(), convoy.wake()])
  expect(there.moves).toBe(2)
  await convoy.stop()
})

/** One whose moves begin the next before they end, as long as they find anything. */
function startCountingAhead(failsAt?: number) {
  const there = { count: 0, seen: 0, moves: 0, ahead: 0 }
  let ahead: number | null = null
  const convoy = startConvoy({
    readers: [{ name: 'counting' }],
    async together(_, beginNext) {
      const count = ahead ?? there.count
      if (ahead !== null) there.ahead += 1
      ahead = null
      await sleep(MOVE_MS / 2)
      if (count > there.seen && beginNext()) ahead = there.count
      await sleep(MOVE_MS / 2)
      there.moves += 1
      if (there.moves === failsAt) {
        ahead = null
        throw new Error('lost')
      }
      there.seen = Math.max(there.seen, count)
      return { alone: [], again: false }
    },
    alone: async () => {},
    onError: () => {},
  })
  return { there, convoy }
}

test('where a move begins the next one, whoever calls after that is owed another', async () => {
  const { there, convoy } = startCountingAhead()
  const load = keepWaking(convoy, there)
  for (let round = 0; round < 20; round++) {
    const { count } = there
    await convoy.wake()
    expect(there.seen).toBeGreaterThanOrEqual(count)
  }
  expect(there.ahead).toBeGreaterThan(5)
  load.stop()
  await convoy.wake()
  expect(there.seen).toBe(there.count)
  await convoy.stop()
})

test('a move that finds nothing begins no other: a convoy that nobody wakes rests', async () => {
  const { there, convoy } = startCountingAhead()
  const load = keepWaking(convoy, there)
  await sleep(10 * MOVE_MS)
  load.stop()
  await convoy.wake()
  const { moves } = there
  await sleep(10 * MOVE_MS)
  expect(there.moves).toBeLessThanOrEqual(moves + 2)
  await convoy.stop()
})

test('when a move fails that has begun the next one, that one does its work', async () => {
  const { there, convoy } = startCountingAhead(3)
  for (let call = 0; call < 12; call++) {
    there.count += 1
    void convoy.wake()
    await sleep(MOVE_MS / 2)
  }
  await convoy.wake()
  expect(there.seen).toBe(there.count)
  await convoy.stop()
})
