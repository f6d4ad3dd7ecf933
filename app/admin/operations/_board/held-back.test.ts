import { expect, test } from 'vitest'
import type { WorkerSessions } from '@/server/engine/worker-sessions'
import type { ReaderStanding } from '@/server/operations/survey-operations'
import { heldBack } from './held-back'

const reader = (name: string, behind = 0, lagMs = 0, keys = 0): ReaderStanding => ({
  name,
  version: 1,
  counter: 1,
  updatedAt: '2026-11-20T10:00:00Z',
  behind,
  lagMs,
  parked: Array.from({ length: keys }, (_, n) => ({
    reader: name,
    key: String(n),
    position: 1,
    type: 'OrderPlaced',
    reason: 'a bad event',
    attempts: 1,
    nextTryAt: null,
    parkedAt: '2026-11-20T10:00:00Z',
    waiting: 1,
  })),
})
const WORKING: WorkerSessions = { connected: 1, blockers: [] }
const look = (projection: ReaderStanding, policy = reader('when-paid'), workers = WORKING, isQueueUp = true) =>
  heldBack({ projections: [reader('cart'), projection], policies: [policy], workers, isQueueUp })

test('where nothing waits, nothing is held back', () => {
  expect(look(reader('revenue'))).toEqual({ tone: 'done', text: 'Up to date', sentence: 'Nothing is held back.' })
})

test('a worker that is not there is named before all else', () => {
  expect(look(reader('revenue', 3, 70_000, 1), reader('when-paid'), { connected: 0, blockers: [] })).toMatchObject({
    text: 'Worker not running',
    sentence: expect.stringContaining('revenue is furthest behind: 3 events, for 1 minute.'),
  })
})

test('keys of projections and of policies are counted together', () => {
  expect(look(reader('revenue', 0, 0, 1), reader('when-paid', 0, 0, 1))).toMatchObject({
    tone: 'attention',
    sentence: '2 keys wait, because a reader failed at an event. All other keys go on.',
  })
})

test('a moment behind is no trouble, and a while is', () => {
  expect(look(reader('revenue', 2, 40))).toMatchObject({ tone: 'pending', text: 'Catching up' })
  expect(look(reader('revenue', 2, 9000))).toMatchObject({ tone: 'attention', text: '9 seconds behind' })
})

test('a queue that is down is named', () => {
  expect(look(reader('revenue'), reader('when-paid'), WORKING, false)).toMatchObject({ text: 'Queue down' })
})

test('a session that makes the worker wait is named', () => {
  const workers = { connected: 1, blockers: [{ pid: 7, role: 'owner', application: 'psql' }] }
  expect(look(reader('revenue', 2, 9000), reader('when-paid'), workers)).toMatchObject({
    sentence: expect.stringContaining('The worker waits for a lock that session 7 holds (psql).'),
  })
})
