import { describe, test } from 'vitest'
import { SYSTEM } from '@/server/actor'
import { COMMAND_ID, customer, given, guest, idOf, staffMember, stranger } from '../testing'
import { cancelOrder } from './cancel-order'
import { order, unpaid } from './testing'

const lines = [{ variantId: idOf(11), productId: idOf(10), quantity: 2, amount: 4500 }]
const input = { orderId: idOf(1), reason: 'Changed my mind' }
const { number } = order()

describe.each([
  ['the shopper whose it is', customer],
  ['staff', staffMember],
  ['the shop itself', SYSTEM],
])('%s', (_, actor) => {
  test.each([
    ['paid', order()],
    ['awaiting payment', unpaid()],
  ])('cancels an order that is %s, and its lines go back', (__, placed) => {
    given({ order: placed, lines })
      .when(cancelOrder, input, actor)
      .thenRecords({
        type: 'OrderCancelled',
        key: idOf(1),
        data: {
          ...input,
          paymentId: idOf(2),
          shopperId: customer.id,
          placedAt: placed.placedAt,
          total: 4500,
          lines,
        },
      })
  })

  test('does not cancel what is shipped', () => {
    given({ order: order({ status: 'shipped' }), lines })
      .when(cancelOrder, input, actor)
      .thenRefuses('OrderAlreadyShipped', { number })
  })
})

test.each([
  ['another customer', stranger],
  ['a guest', guest],
])('to %s the order does not exist', (_, actor) => {
  given({ order: order(), lines })
    .when(cancelOrder, input, actor)
    .thenRefuses('OrderNotFound', { orderId: idOf(1) })
})

test('an order that nobody placed cannot be cancelled', () => {
  given({ order: undefined, lines: [] })
    .when(cancelOrder, input, staffMember)
    .thenRefuses('OrderNotFound', { orderId: idOf(1) })
})

test('a cancelled order is not cancelled again', () => {
  given({ order: order({ status: 'cancelled' }), lines })
    .when(cancelOrder, input, customer)
    .thenRefuses('OrderAlreadyCancelled', { number })
})

const paidBack = {
  type: 'OrderCancelled' as const,
  key: idOf(1),
  data: { ...input, paymentId: idOf(2), shopperId: customer.id, placedAt: order().placedAt, total: 0, lines },
}

test('of what was refunded in part only the rest goes back, as a refund', () => {
  const refund = { number, shopperId: customer.id, paymentId: idOf(2), currency: 'GBP' }
  given({ order: order({ refunded: 500 }), lines })
    .when(cancelOrder, input, customer)
    .thenRecords(
      { type: 'RefundIssued', key: idOf(1), data: { ...input, ...refund, refundId: COMMAND_ID, amount: 4000 } },
      paidBack,
    )
})

test('an order that was refunded in full and still stands is cancelled, and nothing more goes back', () => {
  given({ order: order({ refunded: 4500 }), lines })
    .when(cancelOrder, input, staffMember)
    .thenRecords(paidBack)
})

test('history cannot be changed', () => {
  given({ order: order({ origin: 'history' }), lines })
    .when(cancelOrder, input, staffMember)
    .thenRefuses('OrderIsHistory', { number })
})
