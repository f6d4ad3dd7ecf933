import { expect, it } from 'vitest'
import type { RebuildRow } from '@/server/engine/rebuilding/rebuild-row'
import { comparedWords, keptWords, progressWords, stateWords } from './rebuild-words'

const row: RebuildRow = {
  name: 'revenue',
  made: 'version 1',
  wish: 'run',
  state: 'filling',
  resting: false,
  reached: 250_000,
  last: 1_000_000,
  perSecond: 25_000,
  compared: null,
  failure: null,
  askedAt: '2026-11-21T08:00:00.000Z',
  workedAt: null,
  endedAt: null,
  keptSince: null,
  keptWish: null,
  keptState: null,
  keptFailure: null,
  keptEndedAt: null,
}

it('says how far it is, how fast, and how long it will take', () => {
  expect(progressWords(row)).toBe('25 %, 25,000 events a second, 30 s left')
  expect(progressWords({ ...row, perSecond: 2000 })).toBe('25 %, 2,000 events a second, 7 min left')
  expect(progressWords({ ...row, state: 'paused', perSecond: 0 })).toBe('25 %')
  expect(progressWords({ ...row, last: 0 })).toBe('')
})

it('says what it is at, and what it was told to do next', () => {
  expect(stateWords(row)).toBe('Reads the log')
  expect(stateWords({ ...row, resting: true })).toBe('Rests, because the shop is late')
  expect(stateWords({ ...row, wish: 'pause' })).toBe('About to pause')
  expect(stateWords({ ...row, wish: 'cancel' })).toBe('About to be cancelled')
  expect(stateWords({ ...row, state: 'failed', failure: 'the disk is full' })).toBe('Failed: the disk is full')
})

it('says whether the new rows are those that stood', () => {
  const compared = [{ table: 'revenue_day', rows: 1200, differing: 0, samples: [] }]
  expect(comparedWords({ ...row, compared })).toBe('All 1,200 rows equal')
  expect(comparedWords({ ...row, compared: [{ table: 'x', rows: 10, differing: 3, samples: [] }] })).toBe(
    '3 of 10 rows differ',
  )
  expect(comparedWords({ ...row, state: 'done' })).toBe('Not comparable')
})

it('says what became of the rows from before, and of what was wished of them', () => {
  const kept: RebuildRow = { ...row, state: 'done', keptSince: '2026-11-21T08:05:00.000Z' }
  expect(keptWords(kept)).toBe('Kept')
  expect(keptWords({ ...kept, keptWish: 'return', keptState: 'waiting' })).toBe('Waits for a worker')
  expect(keptWords({ ...kept, keptWish: 'return', keptState: 'under way' })).toBe('Brought up to date, to be shown')
  expect(keptWords({ ...kept, keptWish: 'drop', keptState: 'under way' })).toBe('Thrown away')
  expect(keptWords({ ...kept, keptState: 'other version' })).toContain('deploy that release')
  expect(keptWords({ ...kept, keptState: 'failed', keptFailure: 'the disk is full' })).toBe('Failed: the disk is full')
})
