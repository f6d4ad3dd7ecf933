import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inTurn, rested } from './in-turn'

test('one after another: what comes behind a failure is not begun', async () => {
  const begun: number[] = []
  const act = async (one: number) => {
    begun.push(one)
    await sleep(1)
    if (one === 2) throw new Error('Two failed.')
    return one
  }
  await expect(inTurn([1, 2, 3], act)).rejects.toThrow('Two failed.')
  expect(begun).toEqual([1, 2])
})

test('between two there is a rest as long as the work before it', async () => {
  const spans: { from: number; to: number }[] = []
  await inTurn(
    [20, 5, 5],
    rested(async (ms) => {
      const from = performance.now()
      await sleep(ms)
      spans.push({ from, to: performance.now() })
    }),
  )
  const [first, second, third] = spans as [(typeof spans)[0], (typeof spans)[0], (typeof spans)[0]]
  // A timer of Node may fire a millisecond early.
  const leastAfter = ({ from, to }: { from: number; to: number }) => Math.min(to - from, 50) - 2
  expect(second.from - first.to).toBeGreaterThanOrEqual(leastAfter(first))
  expect(third.from - second.to).toBeGreaterThanOrEqual(leastAfter(second))
})
