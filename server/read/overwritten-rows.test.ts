import { expect, test } from 'vitest'
import { applyToCart, emptyCart } from './cart/cart.view'
import { applyToOrderDetail } from './order-detail/order-detail.view'
import { applyToOrderHistory } from './order-history/order-history.view'
import { ada, addedToCart, authorised, checkedOut, placed, refunded } from './testing'

/** For what these events make of a row nobody looks up what it was (`overwrites` of their projections). */
test('a placed order is the same whatever stood there before', () => {
  const [order, ...later] = [placed(1), authorised(1), refunded(1, 500)] as const
  const detail = later.reduce(applyToOrderDetail, applyToOrderDetail(null, order))
  const listed = later.reduce(applyToOrderHistory, applyToOrderHistory(null, order))
  expect(detail).toMatchObject({ status: 'paid', refunds: [expect.anything()] })
  expect(listed).toMatchObject({ status: 'paid', refunded: 500 })
  expect(applyToOrderDetail(detail, order)).toEqual(applyToOrderDetail(null, order))
  expect(applyToOrderHistory(listed, order)).toEqual(applyToOrderHistory(null, order))
})

test('a cart that was checked out is the same whatever was in it', () => {
  const order = checkedOut(ada.id, 2)
  const used = [addedToCart(ada.id, 1, 3), checkedOut(ada.id, 1), addedToCart(ada.id, 2, 1)].reduce(
    applyToCart,
    emptyCart(ada.id),
  )
  expect(used).toMatchObject({ itemCount: 1, lastOrderId: expect.anything() })
  expect(applyToCart(used, order)).toEqual(applyToCart(emptyCart(ada.id), order))
})
