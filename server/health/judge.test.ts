import { expect, it } from 'vitest'
import type { Standing } from '@/server/engine/watching/survey'
import { type Found, judge } from './judge'

const standing = (name: string, lagMs: number): Standing => {
  const place = { version: 1, moves: 9, movedAt: NOON, snapshot: '7:7:', target: null, reached: 0, seen: 9 }
  return { name, kind: 'projection', behind: lagMs ? 3 : 0, lagMs, parked: [], ...place }
}
const NOON = '2026-11-20T12:00:00.000Z'
const surveyOf = (...readers: Standing[]) => ({ readers, newestAt: NOON, newestAgeMs: 4000 })
const well: Found = {
  commands: true,
  queries: true,
  isQueueUp: true,
  survey: surveyOf(standing('cart', 0), standing('revenue', 29_000)),
  workers: { connected: 2, blockers: [] },
  undecodable: null,
  drifted: 0,
}
const LIMIT = 30_000

it('is ready while nobody is later than the limit', () => {
  expect(judge(well, LIMIT)).toMatchObject({ ok: true, status: 'ready', keepsUp: true, late: [] })
})

it('names who is late, and the session that holds him back', () => {
  const blockers = [{ pid: 7, role: 'admin', application: 'psql', since: NOON }]
  const found = { ...well, survey: surveyOf(standing('cart', 31_000), standing('revenue', 0)) }
  const health = judge({ ...found, workers: { connected: 2, blockers } }, LIMIT)
  expect(health).toMatchObject({ ok: true, status: 'degraded', keepsUp: false })
  expect(health.late).toEqual([
    {
      reader: 'cart',
      kind: 'projection',
      behind: 3,
      lagMs: 31_000,
      parked: 0,
      heldBackBy: 'The worker waits for a lock that session 7 holds (psql, admin), since 2026-11-20 12:00:00 UTC.',
    },
  ])
  expect(health.causes.map(({ kind }) => kind)).toEqual(['blocked', 'late'])
})

it('names an event that nobody can read', () => {
  const undecodable = { reader: 'cart', position: 41, type: 'ItemAdded', reason: 'shape 3 is not known.' }
  const health = judge({ ...well, survey: surveyOf(standing('cart', 31_000)), undecodable }, LIMIT)
  expect(health.late[0]?.heldBackBy).toContain('ItemAdded at position 41')
})

it('does not take silence for health: without canaries nobody knows', () => {
  for (const newestAgeMs of [61_000, null]) {
    const health = judge({ ...well, survey: { ...surveyOf(standing('cart', 0)), newestAgeMs } }, LIMIT)
    expect(health).toMatchObject({ status: 'degraded', keepsUp: false, canary: { isHeard: false } })
    expect(health.causes).toMatchObject([{ kind: 'silent' }])
  }
})

it('parked keys, differences and a queue that is down are named, and make no reader late', () => {
  const parked = [{ reader: 'cart', key: 'k' }] as unknown as Standing['parked']
  const found = { ...well, survey: surveyOf({ ...standing('cart', 0), parked }), drifted: 2, isQueueUp: false }
  const health = judge(found, LIMIT)
  expect(health).toMatchObject({ status: 'degraded', keepsUp: true, late: [] })
  expect(health.causes.map(({ kind }) => kind)).toEqual(['parked', 'drifted', 'queue'])
})

it('is degraded without any worker, also while nothing has happened that he would miss', () => {
  const health = judge({ ...well, workers: { connected: 0, blockers: [] } }, LIMIT)
  expect(health).toMatchObject({ ok: true, status: 'degraded', keepsUp: false, workers: 'down' })
})

it('does not take for well what it could not find out', () => {
  expect(judge({ ...well, survey: null }, LIMIT)).toMatchObject({ status: 'degraded', keepsUp: false })
  expect(judge({ ...well, workers: null }, LIMIT)).toMatchObject({ status: 'degraded', workers: 'unknown' })
})

it('is degraded while the queue is down, though everything keeps up', () => {
  expect(judge({ ...well, isQueueUp: false }, LIMIT)).toMatchObject({ ok: true, status: 'degraded', keepsUp: true })
})

it('is down when commands or queries fail', () => {
  for (const door of ['commands', 'queries']) {
    expect(judge({ ...well, [door]: false }, LIMIT)).toMatchObject({ ok: false, status: 'down', [door]: 'down' })
  }
})
