import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { emptyJournal, issue, type Journal } from '@/app/_client/journal/journal'
import { formatCarried } from '@/app/_client/journal/kept'
import { entriesOf } from './carried-entries'

const anna = v7()
const at = '2026-11-20T12:00:00.000Z'
const note = (text: string) => ({
  id: v7(),
  name: 'Note',
  input: { text },
  hint: { by: 'Anna\'s; 100% "sure", ✓' },
  at,
})
const journalOf = (...texts: string[]): Journal =>
  texts.reduce((journal, text) => issue(journal, note(text)), emptyJournal)

/** As a request brings it: the browser sends what was written, and Next undoes the percent signs. */
const afterCookie = (journal: Journal) => decodeURIComponent(formatCarried(anna, journal) ?? '')

it('reads what the browser wrote, whatever stands in it', () => {
  const journal = journalOf('one', 'two')
  expect(formatCarried(anna, journal)).toMatch(/^[!#-+\--:<-[\]-~]+$/)
  expect(entriesOf(afterCookie(journal), anna)).toEqual(
    journal.map((entry) => ({ ...entry, status: { is: 'unknown' } })),
  )
  expect(formatCarried(anna, emptyJournal)).toBeNull()
})

it('carries as many as fit, oldest first, and none past one that does not', () => {
  const journal = journalOf('one', 'x'.repeat(4_000), 'three')
  expect(entriesOf(afterCookie(journal), anna).map(({ input }) => input)).toEqual([{ text: 'one' }])
  const many = journalOf(...Array.from({ length: 50 }, (_, nth) => `note ${nth}`))
  const value = formatCarried(anna, many) ?? ''
  expect(value.length).toBeLessThanOrEqual(3_050)
  expect(entriesOf(decodeURIComponent(value), anna).length).toBeGreaterThan(10)
})

it('shows nobody what another person carried', () => {
  expect(entriesOf(afterCookie(journalOf('one')), v7())).toEqual([])
})

it.each([
  ['no JSON', 'nonsense'],
  ['no list', "{'a':1}"],
  ['nobody', '[]'],
  ['an id that is none', `['${anna}',['1',1,'${at}','Note',{},null]]`],
  ['a number that is none', `['${anna}',['${v7()}',-1,'${at}','Note',{},null]]`],
  ['no time', `['${anna}',['${v7()}',1,'soon','Note',{},null]]`],
  ['a name without end', `['${anna}',['${v7()}',1,'${at}','${'N'.repeat(61)}',{},null]]`],
  ['more than a browser keeps', `['${anna}',['${v7()}',1,'${at}','Note','${'x'.repeat(4_200)}',null]]`],
])('takes nothing from a cookie with %s', (_, value) => {
  expect(entriesOf(value, anna)).toEqual([])
})
