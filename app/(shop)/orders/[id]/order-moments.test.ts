import { expect, test } from 'vitest'
import { applyToOrderDetail, type OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { authorised, cancelled, declined, placed, refunded, shipped } from '@/server/read/testing'
import { momentsOf } from './order-moments'

const momentsAfter = (...events: Parameters<typeof applyToOrderDetail>[1][]) => {
  const order = [placed(1), ...events].reduce<OrderDetailView | null>(applyToOrderDetail, null)
  if (!order) throw new Error('The order is gone.')
  return momentsOf(order, 'UTC').map(({ key }) => key)
}

test('what is ahead stands below what happened, until it happens', () => {
  expect(momentsAfter()).toEqual(['placed', 'payment', 'sent'])
  expect(momentsAfter(authorised(1))).toEqual(['placed', 'payment', 'sent'])
  expect(momentsAfter(authorised(1), shipped(1))).not.toContain('sent')
})

test('after a declined payment nothing is ahead, also before the order is cancelled', () => {
  expect(momentsAfter(declined(1))).toEqual(['placed', 'payment'])
  expect(momentsAfter(declined(1), cancelled(placed(1)))).toEqual(['placed', 'payment', 'cancelled'])
})

test('nothing is ahead of an order of which all went back, cancelled with it or not', () => {
  const paidBack = [authorised(1), refunded(1, 500), refunded(1, 4000, { refundId: 'rest' })]
  expect(momentsAfter(...paidBack.slice(0, 2))).toContain('sent')
  expect(momentsAfter(...paidBack)).not.toContain('sent')
  expect(momentsAfter(...paidBack, cancelled(placed(1), undefined, 0)).slice(-1)).toEqual(['cancelled'])
})
