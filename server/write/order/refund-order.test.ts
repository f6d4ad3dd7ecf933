import { expect, test } from 'vitest'
import { customer, given, guest, idOf, staffMember } from '../testing'
import { refundOrder } from './refund-order'
import { order, unpaid } from './testing'

const input = { orderId: idOf(1), refundId: idOf(4), amount: 1500, reason: 'Arrived broken' }
const { number } = order()

test.each(['paid', 'shipped'] as const)('refunds a part of an order that is %s', (status) => {
  given(order({ status }))
    .when(refundOrder, input, staffMember)
    .thenRecords({
      type: 'RefundIssued',
      key: idOf(1),
      data: { ...input, number, shopperId: customer.id, paymentId: idOf(2), currency: 'GBP' },
    })
})

test('refunds the rest to the penny, and says that nothing is left', () => {
  given(order({ refunded: 3000 }))
    .when(refundOrder, input, staffMember)
    .thenAnswers({ orderId: idOf(1), left: 0 })
})

test('refunds no penny more than is left', () => {
  given(order({ refunded: 3001 }))
    .when(refundOrder, input, staffMember)
    .thenRefuses('RefundTooLarge', { number, left: 1499 })
})

test('refunds nothing that was not paid', () => {
  given(unpaid()).when(refundOrder, input, staffMember).thenRefuses('OrderNotPaid', { number })
})

test('refunds no cancelled order: its payment is voided', () => {
  given(order({ status: 'cancelled' }))
    .when(refundOrder, input, staffMember)
    .thenRefuses('OrderAlreadyCancelled', { number })
})

test('refunds no history', () => {
  given(order({ origin: 'history' }))
    .when(refundOrder, input, staffMember)
    .thenRefuses('OrderIsHistory', { number })
})

test('refunds nothing that is not there', () => {
  given(undefined)
    .when(refundOrder, input, staffMember)
    .thenRefuses('OrderNotFound', { orderId: idOf(1) })
})

test('is for staff', () => {
  expect([guest, customer, staffMember].map(refundOrder.permits)).toEqual([false, false, true])
})
