import { expect, test } from 'vitest'
import { eventsText, freshnessOf, lagText } from './freshness'

const standing = { counter: 1, updatedAt: '2026-11-20T10:00:00Z', snapshot: '1:1:', target: null, reached: 0 }
const projection = (name: string, behind: number, lagMs: number) => ({ ...standing, projection: name, behind, lagMs })
const view = (...projections: ReturnType<typeof projection>[]) => ({
  projections,
  lagMs: Math.max(...projections.map(({ lagMs }) => lagMs)),
})

test('figures that contain everything are up to date', () => {
  expect(freshnessOf(view(projection('revenue', 0, 0)))).toMatchObject({ tone: 'done', text: 'Up to date' })
})

test('the figures are as late as the projection that is furthest behind', () => {
  expect(freshnessOf(view(projection('revenue', 340, 12_400), projection('activity', 1, 90)))).toEqual({
    tone: 'pending',
    text: '12 seconds behind',
    detail: '340 events are not in the figures yet.',
  })
})

test('a minute is too late for chance', () => {
  expect(freshnessOf(view(projection('revenue', 1, 60_000)))).toEqual({
    tone: 'attention',
    text: '1 minute behind',
    detail: '1 event is not in the figures yet. See whether the worker is running.',
  })
})

test.each([
  [400, 'Less than a second'],
  [59_999, '59 seconds'],
  [7_200_000, '2 hours'],
  [90_000_000, '1 day'],
])('%d ms are %s', (ms, text) => {
  expect(lagText(ms)).toBe(text)
})

test('what is not counted to the end says so', () => {
  expect(eventsText(10_000)).toBe('10,000 events or more')
})
