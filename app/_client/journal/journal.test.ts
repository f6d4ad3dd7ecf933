import { describe, expect, it } from 'vitest'
import { command, committed, refused } from '../testing'
import { emptyJournal, forget, issue, type Journal, markLost, markSent, nextBatch, receive } from './journal'

const ids = (entries: Journal) => entries.map(({ id }) => id)
const states = (entries: Journal) => entries.map(({ id, status }) => `${id} ${status.is}`)
const journalOf = (...names: string[]): Journal =>
  names.reduce((journal, id) => issue(journal, command(id)), emptyJournal)
const sendAll = (journal: Journal): Journal => markSent(journal, nextBatch(journal, 100))

describe('what goes into the next call', () => {
  it('is everything queued, oldest first, as many as one call takes', () => {
    expect(ids(nextBatch(journalOf('a', 'b', 'c'), 2))).toEqual(['a', 'b'])
  })

  it('is nothing while a call is in flight', () => {
    const journal = issue(sendAll(journalOf('a')), command('b'))
    expect(nextBatch(journal, 100)).toEqual([])
  })

  it('is after a lost reply the same again, before what is new', () => {
    const journal = issue(markLost(sendAll(journalOf('a', 'b'))), command('c'))
    expect(states(nextBatch(journal, 100))).toEqual(['a unknown', 'b unknown', 'c queued'])
  })

  it('leaves out what was answered', () => {
    const journal = receive(sendAll(journalOf('a', 'b')), 'a', committed(1))
    expect(ids(nextBatch(markLost(journal), 100))).toEqual(['b'])
  })
})

describe('a reply', () => {
  it('that says no takes away its own command and no other', () => {
    expect(states(receive(sendAll(journalOf('a', 'b', 'c')), 'b', refused('TooLate')))).toEqual(['a sent', 'c sent'])
  })

  it('that committed nothing leaves nothing to wait for', () => {
    expect(receive(sendAll(journalOf('a')), 'a', { ok: true, result: null, token: null })).toEqual([])
  })

  it('that comes late, twice or for a stranger changes nothing', () => {
    const journal = receive(sendAll(journalOf('a')), 'a', committed(1))
    expect(receive(journal, 'a', committed(1))).toEqual(journal)
    expect(receive(journal, 'a', refused('TooLate'))).toEqual(journal)
    expect(receive(journal, 'stranger', committed(2))).toEqual(journal)
  })
})

describe('a later command in the place of an earlier one', () => {
  const sameThing = (later: unknown, earlier: unknown) =>
    (later as { thing: string }).thing === (earlier as { thing: string }).thing
  const change = (journal: Journal, id: string, thing: string, name = 'Change') =>
    issue(journal, command(id, name, { thing }), sameThing)

  it('is sent alone, and last', () => {
    let journal = change(emptyJournal, 'a1', 'a')
    journal = change(journal, 'b1', 'b')
    journal = change(journal, 'a2', 'a')
    expect(ids(journal)).toEqual(['b1', 'a2'])
  })

  it('never reaches back behind another command, which may need the earlier one', () => {
    let journal = change(emptyJournal, 'a1', 'a')
    journal = issue(journal, command('order', 'Place'))
    journal = change(journal, 'a2', 'a')
    expect(ids(journal)).toEqual(['a1', 'order', 'a2'])
  })

  it.each([
    ['is in flight', sendAll],
    ['may have been carried out', (journal: Journal) => markLost(sendAll(journal))],
  ])('leaves alone what %s', (_, send) => {
    expect(ids(change(send(change(emptyJournal, 'a1', 'a')), 'a2', 'a'))).toEqual(['a1', 'a2'])
  })
})

it('takes the same id for the same command', () => {
  const journal = sendAll(journalOf('a'))
  expect(issue(journal, command('a'))).toBe(journal)
})

it('forgets only what is committed', () => {
  const journal = receive(sendAll(journalOf('a', 'b')), 'a', committed(1))
  expect(ids(forget(journal, () => true))).toEqual(['b'])
  expect(forget(journal, () => false)).toBe(journal)
})
