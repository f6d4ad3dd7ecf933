import { expect, test } from 'vitest'
import { orderNumber } from '@/server/events/order-number'
import {
  cancelled,
  corrected,
  created,
  declined,
  discontinued,
  idOf,
  orderIdOf,
  placed,
  priceChanged,
  recorded,
  refunded,
  registered,
  restocked,
  revised,
  shipped,
} from '../testing'
import { ACTIVITY_EVENTS, type ActivityEvent, type ActivityView, activityEntry, applyToActivity } from './activity.view'

const called = { name: 'Storm lantern 1', label: 'Brass' }
const told: [ActivityEvent, string, object][] = [
  [
    placed(),
    orderIdOf(1),
    { number: 'TM-1', name: 'Ada Byron', items: 1, total: 4500, currency: 'GBP', origin: 'shop' },
  ],
  [declined(1), orderIdOf(1), { number: orderNumber(orderIdOf(1)), reason: 'Not enough money' }],
  [cancelled(placed()), orderIdOf(1), { number: orderNumber(orderIdOf(1)), reason: 'Changed my mind' }],
  [shipped(1), orderIdOf(1), { number: orderNumber(orderIdOf(1)), carrier: 'Gull Post', trackingNumber: 'GP1' }],
  [refunded(1, 500), orderIdOf(1), { number: 'TM-1', amount: 500, currency: 'GBP', reason: 'Broken glass' }],
  [created(), idOf(10), { name: 'Storm lantern 1', category: 'outdoors' }],
  [
    revised(1, { description: 'Burns.', picture: 'torch' }),
    idOf(10),
    { name: called.name, changed: 'description picture' },
  ],
  [revised(1, { name: 'Gale lantern' }), idOf(10), { name: 'Gale lantern', changed: 'name' }],
  [priceChanged(1, 3900), idOf(10), { variantId: idOf(11), ...called, from: 4500, to: 3900, reason: 'Sale' }],
  [restocked(1, 5), idOf(10), { variantId: idOf(11), ...called, quantity: 5 }],
  [corrected(1, -2), idOf(10), { variantId: idOf(11), ...called, by: -2, reason: 'damaged' }],
  [discontinued(1) as ActivityEvent, idOf(10), { name: called.name, reason: 'Sold out for good' }],
  [registered(idOf(901), 'ada'), idOf(901), { name: 'ada' }],
]

test.each(told)('tells of $type', (event, subjectId, details) => {
  expect(activityEntry(recorded(event, 4))).toEqual({ position: 4, at: event.at, type: event.type, subjectId, details })
})

test('every event of the feed has its line', () => {
  expect(new Set(told.map(([event]) => event.type))).toEqual(new Set(ACTIVITY_EVENTS))
})

test('a refund of no known order is its own subject', () => {
  expect(activityEntry(recorded(refunded(3, 500, { orderId: null }), 4)).subjectId).toBe(idOf(9003))
})

test('news stands at the top of the first page and on no later one', () => {
  const entries = [recorded(created(), 2), recorded(registered(idOf(901), 'ada'), 1)].map(activityEntry)
  const view: ActivityView = { entries, next: null }
  const after = applyToActivity(view, recorded(placed(), 3), { limit: 2 })
  expect(after.entries.map(({ position }) => position)).toEqual([3, 2])
  expect(after.next).toEqual({ at: created().at, position: 2 })
  const before = { at: created().at, position: 3 }
  expect(applyToActivity(view, recorded(placed(), 3), { limit: 2, before })).toBe(view)
})
