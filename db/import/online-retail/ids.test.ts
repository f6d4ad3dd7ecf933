import { expect, it } from 'vitest'
import { commandIdOf, historyId } from './ids'

it('gives the same thing the same id in every run, and different things different ones', () => {
  // Written down once: if it ever changed, a second run would bring everything in again.
  expect(historyId('order', '536365')).toBe('38fbfedb-d641-54cb-8545-1263df5ac4b1')
  const ids = [
    historyId('order', '536365'),
    historyId('refund', '536365'),
    historyId('order', '536366'),
    commandIdOf('order', '536365'),
    commandIdOf('refund', '536365'),
  ]
  expect(new Set(ids).size).toBe(ids.length)
})
