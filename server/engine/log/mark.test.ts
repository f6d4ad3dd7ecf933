import { describe, expect, test } from 'vitest'
import { covers, isAtLeast, isVisible, type Mark } from './mark'

const mark: Mark = { projection: 'p', epoch: 'e', counter: 7, snapshot: '100:105:102,103', target: null, reached: 0 }
const token = (xid: string, position = 1, epoch = 'e') => ({ epoch, xid, position })

describe('a snapshot', () => {
  test('shows what ended before the oldest that was running', () => {
    expect(isVisible('99', '100:105:102,103')).toBe(true)
  })
  test('hides what was running when it was taken, though its number is low', () => {
    expect(isVisible('102', '100:105:102,103')).toBe(false)
  })
  test('shows what ended between those that were running', () => {
    expect(isVisible('104', '100:105:102,103')).toBe(true)
  })
  test('hides what began later', () => {
    expect(isVisible('105', '100:105:102,103')).toBe(false)
  })
  test('compares numbers, not texts', () => {
    expect(isVisible('9', '10:10:')).toBe(true)
    expect(isVisible('18446744073709551615', '10:10:')).toBe(false)
  })
})

describe('a mark', () => {
  test('covers the commits that its snapshot shows', () => {
    expect(covers(mark, token('101'))).toBe(true)
    expect(covers(mark, token('103'))).toBe(false)
  })
  test('covers, in the middle of a walk, what its target shows up to the position reached', () => {
    const walking = { ...mark, target: '110:110:', reached: 50 }
    expect(covers(walking, token('106', 50))).toBe(true)
    expect(covers(walking, token('106', 51))).toBe(false)
    expect(covers(walking, token('110', 10))).toBe(false)
  })
  test('of partitions covers what all of them contain', () => {
    const split = { ...mark, others: [{ snapshot: '90:95:', target: '110:110:', reached: 50 }] }
    expect(covers(split, token('94'))).toBe(true)
    expect(covers(split, token('101', 50))).toBe(true)
    expect(covers(split, token('101', 51))).toBe(false)
    expect(covers(split, token('106', 10))).toBe(false)
  })
  test('covers tokens of another log, for which nobody can wait', () => {
    expect(covers(mark, token('999', 1, 'restored'))).toBe(true)
  })
  test('is at least as new as one with a lower counter, and as any of another log', () => {
    expect(isAtLeast({ ...mark, counter: 8 }, mark)).toBe(true)
    expect(isAtLeast({ ...mark, counter: 6 }, mark)).toBe(false)
    expect(isAtLeast({ ...mark, counter: 1, epoch: 'restored' }, mark)).toBe(true)
  })
})
