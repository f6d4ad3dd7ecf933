import { describe, expect, it } from 'vitest'
import { parseToken } from '@/server/engine/log/token'
import type { Entry, Status } from '../journal/journal'
import { command, markAt, tokenOf } from '../testing'
import { contains, isUndecided, judge, lacks } from './cover'

const entry = (status: Status): Entry => ({ ...command('a'), nth: 1, status })
const queued = entry({ is: 'queued' })
const sent = entry({ is: 'sent' })
const unknown = entry({ is: 'unknown' })
const committedAs = (nth: number): Entry => {
  const token = parseToken(tokenOf(nth))
  if (!token) throw new Error('not a token')
  return entry({ is: 'committed', token })
}
const committedIn = (epoch: string): Entry => entry({ is: 'committed', token: { epoch, xid: '9', position: 9 } })
const laterEpoch = { ...markAt(1), epoch: '0198f0ff-0000-7000-8000-000000000000' }
const OF_NO_TIME = 'f3b1c2d4-0000-4000-8000-000000000000'

describe('an answer contains a command', () => {
  it.each([
    ['whose token its mark covers', { mark: markAt(3) }, committedAs(3)],
    ['that was folded into it', { mark: markAt(2), folded: { a: tokenOf(3) } }, committedAs(3)],
    ['without a reply, if it was told that its mark covers it', { mark: markAt(3), told: { a: tokenOf(3) } }, sent],
    ['of a log that was replaced', { mark: laterEpoch }, committedAs(3)],
    [
      'that was committed again in a later log, if it was told that its mark covers the first commit',
      { mark: markAt(3), told: { a: tokenOf(3) } },
      committedIn(laterEpoch.epoch),
    ],
  ])('%s', (_, answer, own) => expect(contains(answer, own)).toBe(true))

  it.each([
    [
      'of a log that replaced its own',
      { mark: { ...markAt(9), epoch: '0198e000-0000-7000-8000-000000000000' } },
      committedAs(3),
    ],
    ['whose token its mark does not cover', { mark: markAt(2) }, committedAs(3)],
    ['that was not sent', { mark: markAt(9) }, queued],
    ['of which it was told that it is not there', { mark: markAt(3), told: { a: null } }, sent],
    ['that was committed after the mark, as it was told', { mark: markAt(2), told: { a: tokenOf(3) } }, sent],
  ])('but not one %s', (_, answer, own) => expect(contains(answer, own)).toBe(false))
})

describe('nobody can tell whether an answer contains a command', () => {
  it.each([
    ['that another tab may have sent', queued],
    ['that is in flight', sent],
    ['whose reply was lost', unknown],
  ])('%s, unless the answer says so', (_, own) => {
    expect(isUndecided({ mark: markAt(3) }, own)).toBe(true)
    expect(isUndecided({ mark: markAt(3), told: { a: null } }, own)).toBe(false)
    expect(isUndecided({ mark: markAt(3), folded: { a: tokenOf(4) } }, own)).toBe(false)
  })

  it('but of one that was answered everybody can', () => {
    expect(isUndecided({ mark: markAt(3) }, committedAs(9))).toBe(false)
  })
})

describe('over an answer taken at noon the patch of an open command', () => {
  const noon = Date.parse('2026-11-20T12:00:00.000Z')
  const issued = (before: number, heardAfter?: number): Entry => {
    const heardAt = heardAfter === undefined ? undefined : noon + heardAfter
    return { ...sent, at: new Date(noon - before).toISOString(), heardAt }
  }

  it.each([
    ['of this tab, whenever it was issued', { mark: markAt(3) }, issued(40)],
    ['of another tab, which had been heard of by then', { mark: markAt(3) }, issued(40, -20)],
    ['of another tab that issued it later', { mark: markAt(3) }, issued(-20, 40)],
    ['of which the answer was told that it is not there', { mark: markAt(3), told: { a: null } }, issued(40, 20)],
  ])('belongs, %s', (_, answer, entry) => expect(lacks(answer, entry, noon)).toBe(true))

  it('does not belong where another tab had issued it by then, and this one heard of it later', () => {
    expect(lacks({ mark: markAt(3) }, issued(40, 20), noon)).toBe(false)
  })
})

describe('the gate', () => {
  it('takes a first answer, and knows when it is only a guess', () => {
    expect(judge({ mark: markAt(1) }, undefined, [])).toBe('take')
    expect(judge({ mark: markAt(1) }, undefined, [sent])).toBe('guess')
    expect(judge({ mark: markAt(1), told: { a: null } }, undefined, [sent])).toBe('take')
  })

  it('drops an older answer, and one that lacks what was folded into the known one', () => {
    expect(judge({ mark: markAt(1) }, { mark: markAt(2) }, [])).toBe('drop')
    expect(judge({ mark: markAt(2) }, { mark: markAt(2), folded: { a: tokenOf(3) } }, [])).toBe('drop')
  })

  it('takes an answer whose mark covers what was folded into the known one', () => {
    expect(judge({ mark: markAt(3) }, { mark: markAt(2), folded: { a: tokenOf(3) } }, [])).toBe('take')
  })

  it('takes any answer of a later log, and none of one that is gone', () => {
    const known = { mark: markAt(7), folded: { a: tokenOf(8) } }
    expect(judge({ mark: laterEpoch }, known, [])).toBe('take')
    expect(judge(known, { mark: laterEpoch }, [])).toBe('drop')
  })

  it('takes an answer of another log where their epochs do not tell which is later', () => {
    const older = { mark: { ...markAt(1), epoch: OF_NO_TIME } }
    expect(judge(older, { mark: { ...markAt(7), epoch: OF_NO_TIME.replace('f', 'e') } }, [])).toBe('take')
  })

  it('keeps waiting what may hold a command without a reply', () => {
    expect(judge({ mark: markAt(3) }, { mark: markAt(2) }, [sent])).toBe('park')
  })
})
