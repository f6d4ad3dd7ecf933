import { expect, test } from 'vitest'
import { sentTogether } from './sent-together'

test('answers what all of them answer, in their places', async () => {
  expect(await sentTogether([1, Promise.resolve('two'), null])).toEqual([1, 'two', null])
})

test('fails as the first of them does, and not before the last one has ended', async () => {
  let hasEnded = false
  const slow = new Promise<void>((resolve) => setTimeout(resolve, 5)).then(() => {
    hasEnded = true
  })
  await expect(sentTogether([Promise.reject(new Error('refused')), slow])).rejects.toThrow('refused')
  expect(hasEnded).toBe(true)
})

test('starts each of them once, also those that start whenever they are awaited', async () => {
  let starts = 0
  const start = async () => {
    starts += 1
  }
  // biome-ignore lint/suspicious/noThenProperty: Drizzle's queries are such things.
  const lazy = { then: (ended: () => void, failed: (error: unknown) => void) => start().then(ended, failed) }
  await sentTogether([lazy])
  expect(starts).toBe(1)
})
