import { expect, test } from 'vitest'
import type { Standing } from '@/server/engine/watching/survey'
import type { Found } from '@/server/health/causes'
import { standingWords } from './standing-words'

const AT = '2026-11-20T10:00:00.000Z'
const reader = (name: string, behind = 0, lagMs = 0): Standing => {
  const place = { version: 1, moves: 1, movedAt: AT, snapshot: '7:7:', target: null, reached: 0, seen: 9 }
  return { name, kind: 'projection', behind, lagMs, parked: [], ...place }
}
const look = (one: Standing, changes: Partial<Found> = {}) =>
  standingWords({
    survey: { readers: [reader('cart'), one], newestAt: AT, newestAgeMs: 9000 },
    workers: { connected: 1, blockers: [] },
    isQueueUp: true,
    undecodable: null,
    drifted: 0,
    ...changes,
  })

test('where nothing waits, nothing is held back', () => {
  expect(look(reader('revenue'))).toEqual({ tone: 'done', text: 'Up to date', sentence: 'Nothing is held back.' })
})

test('a moment behind is no trouble, and a while is', () => {
  expect(look(reader('revenue', 2, 40))).toMatchObject({ tone: 'pending', text: 'Catching up' })
  expect(look(reader('revenue', 2, 9000))).toMatchObject({ tone: 'attention', text: '1 reader late' })
})

test('of several troubles the one that hinders all is named, and what helps', () => {
  const workers = { connected: 0, blockers: [] }
  expect(look(reader('revenue', 2, 9000), { workers, isQueueUp: false })).toMatchObject({
    text: 'Worker not running',
    sentence: expect.stringContaining('npm run worker'),
  })
})
