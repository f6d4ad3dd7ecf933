import { expect, test } from 'vitest'
import { created, idOf, merchant, priceChanged, recorded, restocked, revised } from '../testing'
import { applyToProductHistory, historyEntry, type ProductHistoryView } from './product-history.view'

const view: ProductHistoryView = { entries: [historyEntry(recorded(created(), 1))], total: 1, page: 1, pageSize: 2 }

test('an entry says when, by whom and what', () => {
  expect(historyEntry(recorded(priceChanged(1, 3900), 7))).toEqual({
    position: 7,
    productId: idOf(10),
    at: priceChanged(1, 3900).at,
    actorKind: 'staff',
    actorId: merchant.id,
    type: 'PriceChanged',
    details: { variantId: idOf(11), from: 4500, to: 3900, reason: 'Sale' },
  })
})

test('a revision keeps both sides of what it changed', () => {
  const { details } = historyEntry(recorded(revised(1, { name: 'Gale lantern' }), 7))
  expect(details).toEqual({ from: { name: 'Storm lantern 1' }, to: { name: 'Gale lantern' } })
})

test('what happens stands first, and the oldest leaves a full page', () => {
  const events = [recorded(priceChanged(1, 3900), 2), recorded(restocked(1, 5), 3), recorded(restocked(2, 5), 4)]
  const after = events.reduce((before, event) => applyToProductHistory(before, event, idOf(10)), view)
  expect(after.total).toBe(3)
  expect(after.entries.map(({ type }) => type)).toEqual(['ProductRestocked', 'PriceChanged'])
})

test('a later page does not show what belongs on the first', () => {
  const later = { ...view, page: 2 }
  expect(applyToProductHistory(later, recorded(restocked(1, 5), 3), idOf(10))).toEqual({ ...later, total: 2 })
})
