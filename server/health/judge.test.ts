import { expect, it } from 'vitest'
import { type Found, judge } from './judge'

const standing = (reader: string, lagMs: number) => {
  return { reader, kind: 'projection' as const, behind: lagMs ? 3 : 0, lagMs, parked: 0, moves: 9 }
}
const well: Found = {
  commands: true,
  queries: true,
  queue: true,
  readers: [standing('cart', 0), standing('revenue', 29_000)],
  workers: { connected: 2, blockers: [] },
}
const LIMIT = 30_000

it('is ready while nobody is later than the limit', () => {
  expect(judge(well, LIMIT)).toMatchObject({ ok: true, status: 'ready', keepsUp: true, late: [] })
})

it('names who is late, and the session that holds him back', () => {
  const blockers = [{ pid: 7, role: 'admin', application: 'psql' }]
  const found = { ...well, readers: [standing('cart', 31_000), standing('revenue', 0)] }
  const health = judge({ ...found, workers: { connected: 2, blockers } }, LIMIT)
  expect(health).toMatchObject({ ok: true, status: 'degraded', keepsUp: false })
  expect(health.late).toEqual([
    {
      reader: 'cart',
      kind: 'projection',
      behind: 3,
      lagMs: 31_000,
      parked: 0,
      heldBackBy: 'a lock of session 7 (admin, psql)',
    },
  ])
})

it('is degraded without any worker, also while nothing has happened that he would miss', () => {
  const health = judge({ ...well, workers: { connected: 0, blockers: [] } }, LIMIT)
  expect(health).toMatchObject({ ok: true, status: 'degraded', keepsUp: false, workers: 'down' })
})

it('does not take for well what it could not find out', () => {
  expect(judge({ ...well, readers: null }, LIMIT)).toMatchObject({ status: 'degraded', keepsUp: false })
  expect(judge({ ...well, workers: null }, LIMIT)).toMatchObject({ status: 'degraded', workers: 'unknown' })
})

it('is degraded while the queue is down, though everything keeps up', () => {
  expect(judge({ ...well, queue: false }, LIMIT)).toMatchObject({ ok: true, status: 'degraded', keepsUp: true })
})

it('is down when commands or queries fail', () => {
  for (const door of ['commands', 'queries']) {
    expect(judge({ ...well, [door]: false }, LIMIT)).toMatchObject({ ok: false, status: 'down', [door]: 'down' })
  }
})
