import { expect, test } from 'vitest'
import { customer, given, guest, idOf, staffMember } from '../testing'
import { shipOrder } from './ship-order'
import { order, unpaid } from './testing'

const input = { orderId: idOf(1), shipmentId: idOf(3), carrier: 'Royal Mail', trackingNumber: 'RM123' }
const { number } = order()

test('ships a paid order', () => {
  given(order())
    .when(shipOrder, input, staffMember)
    .thenRecords({ type: 'OrderShipped', key: idOf(1), data: input })
})

test('ships what was refunded in part', () => {
  given(order({ refunded: 500 }))
    .when(shipOrder, input, staffMember)
    .thenAnswers({ orderId: idOf(1) })
})

test('does not ship before it is paid', () => {
  given(unpaid()).when(shipOrder, input, staffMember).thenRefuses('OrderNotPaid', { number })
})

test('does not ship twice', () => {
  given(order({ status: 'shipped' }))
    .when(shipOrder, input, staffMember)
    .thenRefuses('OrderAlreadyShipped', { number })
})

test('does not ship a cancelled order', () => {
  given(order({ status: 'cancelled' }))
    .when(shipOrder, input, staffMember)
    .thenRefuses('OrderAlreadyCancelled', { number })
})

test('does not ship what was refunded in full', () => {
  given(order({ refunded: 4500 }))
    .when(shipOrder, input, staffMember)
    .thenRefuses('OrderAlreadyRefunded', { number, refunded: 4500 })
})

test('does not ship history', () => {
  given(order({ origin: 'history' }))
    .when(shipOrder, input, staffMember)
    .thenRefuses('OrderIsHistory', { number })
})

test('does not ship what is not there', () => {
  given(undefined)
    .when(shipOrder, input, staffMember)
    .thenRefuses('OrderNotFound', { orderId: idOf(1) })
})

test('is for staff', () => {
  expect([guest, customer, staffMember].map(shipOrder.permits)).toEqual([false, false, true])
})
