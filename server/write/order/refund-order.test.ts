import { expect, test } from 'vitest'
import { customer, given, guest, idOf, staffMember } from '../testing'
import { refundOrder } from './refund-order'
import { order, unpaid } from './testing'

const input = { orderId: idOf(1), refundId: idOf(4), amount: 1500, reason: 'Arrived broken' }
const lines = [{ variantId: idOf(11), productId: idOf(10), quantity: 2, amount: 4500 }]
const { number, placedAt } = order()
const issued = { number, shopperId: customer.id, paymentId: idOf(2), currency: 'GBP' }

test.each(['paid', 'shipped'] as const)('refunds a part of an order that is %s', (status) => {
  given({ order: order({ status }), lines })
    .when(refundOrder, input, staffMember)
    .thenRecords({
      type: 'RefundIssued',
      key: idOf(1),
      data: { ...input, ...issued },
    })
})

test('refunds the rest to the penny, and says that nothing is left', () => {
  given({ order: order({ refunded: 3000 }), lines })
    .when(refundOrder, input, staffMember)
    .thenAnswers({ orderId: idOf(1), left: 0 })
})

test.each([
  ['all at once', 4500, 0],
  ['the last part', 1500, 3000],
])('%s of what was not sent cancels it for the refund’s reason, and lets nothing go on top', (_, amount, before) => {
  given({ order: order({ refunded: before }), lines })
    .when(refundOrder, { ...input, amount }, staffMember)
    .thenRecords(
      { type: 'RefundIssued', key: idOf(1), data: { ...input, ...issued, amount } },
      {
        type: 'OrderCancelled',
        key: idOf(1),
        data: {
          orderId: idOf(1),
          reason: input.reason,
          paymentId: idOf(2),
          shopperId: customer.id,
          placedAt,
          total: 0,
          lines,
        },
      },
    )
})

test('all of what was sent is refunded, and stays sent', () => {
  given({ order: order({ status: 'shipped' }), lines })
    .when(refundOrder, { ...input, amount: 4500 }, staffMember)
    .thenRecords({ type: 'RefundIssued', key: idOf(1), data: { ...input, ...issued, amount: 4500 } })
})

test('refunds no penny more than is left', () => {
  given({ order: order({ refunded: 3001 }), lines })
    .when(refundOrder, input, staffMember)
    .thenRefuses('RefundTooLarge', { number, left: 1499 })
})

test('refunds nothing that was not paid', () => {
  given({ order: unpaid(), lines }).when(refundOrder, input, staffMember).thenRefuses('OrderNotPaid', { number })
})

test('refunds no cancelled order: its payment is voided, or went back', () => {
  given({ order: order({ status: 'cancelled' }), lines })
    .when(refundOrder, input, staffMember)
    .thenRefuses('OrderAlreadyCancelled', { number })
})

test('refunds no history', () => {
  given({ order: order({ origin: 'history' }), lines })
    .when(refundOrder, input, staffMember)
    .thenRefuses('OrderIsHistory', { number })
})

test('refunds nothing that is not there', () => {
  given({ order: undefined, lines: [] })
    .when(refundOrder, input, staffMember)
    .thenRefuses('OrderNotFound', { orderId: idOf(1) })
})

test('is for staff', () => {
  expect([guest, customer, staffMember].map(refundOrder.permits)).toEqual([false, false, true])
})
