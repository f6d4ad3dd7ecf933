import { expect, test } from 'vitest'
import type { ActivityEntry } from '@/server/read/activity/activity.view'
import { activityWords } from './activity-words'

const subjectId = '00000000-0000-7000-8000-000000000001'
const words = (type: ActivityEntry['type'], details: ActivityEntry['details']) =>
  activityWords({ position: 1, at: '2026-11-20T10:00:00Z', type, subjectId, details }, 'GBP')

test.each([
  ['OrderPlaced', { number: 'TM-1', name: 'Ada', total: 5600, currency: 'GBP' }, 'TM-1', 'Ada ordered for £56.00'],
  ['OrderPlaced', { number: '536365', name: null, total: 100 }, '536365', 'Somebody ordered for £1.00'],
  ['PaymentDeclined', { number: 'TM-1', reason: 'No funds' }, 'TM-1', 'payment declined: No funds'],
  ['OrderCancelled', { number: 'TM-1', reason: 'By mistake' }, 'TM-1', 'cancelled: By mistake'],
  ['OrderShipped', { number: 'TM-1', carrier: 'DPD', trackingNumber: '1' }, 'TM-1', 'shipped with DPD'],
  ['RefundIssued', { number: 'TM-1', amount: 450, reason: 'Torn' }, 'TM-1', '£4.50 refunded: Torn'],
  ['ProductCreated', { name: 'Kite', category: 'play' }, 'Kite', 'is new'],
  ['ProductRevised', { name: 'Kite', changed: 'name picture' }, 'Kite', 'has another name and picture'],
  ['PriceChanged', { from: 1200, to: 900, reason: 'Sale' }, 'A price', 'went from £12.00 to £9.00: Sale'],
  ['ProductRestocked', { quantity: 1200 }, 'A shelf', 'restocked with 1,200'],
  [
    'StockCorrected',
    { name: 'Kite', label: 'Red', by: -1200, reason: 'damaged' },
    'Kite, Red',
    'has 1,200 fewer: damaged',
  ],
  ['StockCorrected', { name: 'Kite', label: '', by: 2, reason: 'counted' }, 'Kite', 'has 2 more: counted anew'],
  ['ProductDiscontinued', { reason: 'Out of fashion' }, 'A product', 'discontinued: Out of fashion'],
  [
    'PriceChanged',
    { name: 'Kite', label: 'Red', from: 1200, to: 900, reason: 'Sale' },
    'Kite, Red',
    'went from £12.00 to £9.00: Sale',
  ],
  ['ProductRestocked', { name: 'Kite', label: '', quantity: 2 }, 'Kite', 'restocked with 2'],
  ['ProductDiscontinued', { name: 'Kite', reason: 'Out of fashion' }, 'Kite', 'discontinued: Out of fashion'],
  ['CustomerRegistered', { name: 'Ada' }, 'Ada', 'opened an account'],
] as const)('%s %o is told', (type, details, subject, text) => {
  expect(words(type, details)).toMatchObject({ subject, text })
})

test('each leads to what it is about', () => {
  expect(words('OrderShipped', { number: 'TM-1' }).href).toBe(`/admin/orders/${subjectId}`)
  expect(words('PriceChanged', {}).href).toBe(`/admin/products/${subjectId}`)
  expect(words('CustomerRegistered', { name: 'Ada M' }).href).toBe('/admin/orders?q=Ada+M')
})

test('money that went back for no order that is known leads nowhere', () => {
  expect(words('RefundIssued', { number: null, amount: 450, reason: 'Torn' }).href).toBeNull()
})
