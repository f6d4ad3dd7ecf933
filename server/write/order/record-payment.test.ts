import { describe, expect, test } from 'vitest'
import { SYSTEM } from '@/server/actor'
import { customer, given, guest, idOf, staffMember } from '../testing'
import type { Order } from './order'
import { recordPaymentAuthorised } from './record-payment-authorised'
import { recordPaymentDeclined } from './record-payment-declined'
import { recordPaymentDelayed } from './record-payment-delayed'
import { order, unpaid } from './testing'

const ids = { orderId: idOf(1), paymentId: idOf(2) }
const authorised = { orderId: idOf(1), reference: 'ref-1' }
const declined = { orderId: idOf(1), reason: 'The card was declined.' }
const delayed = unpaid({ payment: { paymentId: idOf(2), status: 'delayed' } })

test.each([
  ['pending', unpaid()],
  ['delayed', delayed],
])('a %s payment is authorised for the whole order', (_, waiting) => {
  given(waiting)
    .when(recordPaymentAuthorised, authorised, SYSTEM)
    .thenRecords({ type: 'PaymentAuthorised', key: idOf(1), data: { ...ids, amount: 4500, reference: 'ref-1' } })
})

test.each([
  ['pending', unpaid()],
  ['delayed', delayed],
])('a %s payment is declined', (_, waiting) => {
  given(waiting)
    .when(recordPaymentDeclined, declined, SYSTEM)
    .thenRecords({ type: 'PaymentDeclined', key: idOf(1), data: { ...ids, reason: 'The card was declined.' } })
})

test('a pending payment is delayed, and not again', () => {
  given(unpaid())
    .when(recordPaymentDelayed, authorised, SYSTEM)
    .thenRecords({ type: 'PaymentDelayed', key: idOf(1), data: { ...ids, reference: 'ref-1' } })
  given(delayed)
    .when(recordPaymentDelayed, authorised, SYSTEM)
    .thenRefuses('PaymentAlreadySettled', { paymentId: idOf(2), status: 'delayed' })
})

type Recording = (state: Order | undefined) => ReturnType<ReturnType<typeof given>['when']>

describe.each<[string, Recording]>([
  ['an authorisation', (state) => given(state).when(recordPaymentAuthorised, authorised, SYSTEM)],
  ['a decline', (state) => given(state).when(recordPaymentDeclined, declined, SYSTEM)],
  ['a delay', (state) => given(state).when(recordPaymentDelayed, authorised, SYSTEM)],
])('%s', (_, record) => {
  test.each(['authorised', 'declined'] as const)('changes nothing of a payment that is %s', (status) => {
    const settled = unpaid({ payment: { paymentId: idOf(2), status } })
    record(settled).thenRefuses('PaymentAlreadySettled', { paymentId: idOf(2), status })
  })

  test('comes too late for a cancelled order', () => {
    const { number } = order()
    record(unpaid({ status: 'cancelled' })).thenRefuses('OrderAlreadyCancelled', { number })
  })

  test('needs an order', () => {
    record(undefined).thenRefuses('OrderNotFound', { orderId: idOf(1) })
  })
})

test.each([recordPaymentAuthorised, recordPaymentDeclined, recordPaymentDelayed])(
  '$name is for the shop itself',
  (one) => {
    expect([guest, customer, staffMember, SYSTEM].map(one.permits)).toEqual([false, false, false, true])
  },
)
