import { expect, test } from 'vitest'
import type { Facts } from '@/app/_client/commands/optimistic-command'
import type { OrderEvent } from '@/server/events/order'
import { orderNumber } from '@/server/events/order-number'
import { emptyCart } from '@/server/read/cart/cart.view'
import { applyToOrderDetail, type OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import type { OrderListView } from '@/server/read/order-history/order-list.view'
import { placeOrder as serverPlaces } from '@/server/write/order/place-order'
import { nextOrderId } from './next-order-id'
import { type PlaceOrderHint, type PlaceOrderInput, placeOrder } from './place-order.optimistic'

const ada = '0198a3c0-0000-7000-8000-00000000000a'
const orderId = '0198a3c0-0000-7000-8000-000000000001'
const commandId = '0198a3c0-0000-7000-8000-000000000009'
const at = '2026-03-01T10:00:00.000Z'
const kite = {
  variantId: '0198a3c0-0000-7000-8000-000000000002',
  productId: '0198a3c0-0000-7000-8000-000000000003',
  slug: 'diamond-kite',
  name: 'Diamond kite',
  label: '',
  picture: 'kite',
  category: 'play' as const,
  unitPrice: 2400,
  quantity: 2,
}
const address = { name: 'Ada', line1: '4 Kelp Row', line2: '', city: 'Whitby', postcode: 'YO21 3QX', country: 'GB' }
const input: PlaceOrderInput = {
  orderId,
  lines: [{ variantId: kite.variantId, quantity: 2, unitPrice: 2400 }],
  contact: { name: 'Ada', email: 'ada@example.com' },
  address,
  payment: { token: 'test_approves_1', brand: 'Visa', last4: '4242' },
}
const emptyHistory: OrderListView = { orders: [], total: 0, page: 1, pageSize: 10, timeZone: 'Europe/London' }

function show<Data>(query: string, data: Data, asked: unknown): Data {
  const facts: Facts<PlaceOrderHint> = {
    id: commandId,
    at,
    actorId: ada,
    hint: { lines: [kite], currency: 'GBP', isGuest: false },
    asked,
  }
  const found = placeOrder.patches.find((one) => one.query === query)
  return found?.patch(data as never, input, facts) as Data
}

test('the order’s page shows what the server will decide on, but for the SKU that no page of the shop shows', () => {
  const lines = [{ ...kite, sku: '', currency: 'GBP', onSale: true, inStock: 9 }]
  const given = { commandId, at, actor: { kind: 'customer', id: ada } }
  const decision = serverPlaces.decide({ lines, isPlaced: false, isDone: false }, input, given)
  if (!('events' in decision)) throw new Error('refused')
  const placed = decision.events.find(({ type }) => type === 'OrderPlaced') as OrderEvent
  expect(show('findOrder', null, { orderId })).toEqual(applyToOrderDetail(null, placed))
})

test('the order’s page shows it at once, with its amounts, and with its payment asked for', () => {
  const order = show<OrderDetailView | null>('findOrder', null, { orderId })
  expect(order).toMatchObject({
    number: orderNumber(orderId),
    status: 'awaiting-payment',
    payment: { status: 'pending', last4: '4242' },
    amounts: { lines: 4800, shipping: 395, total: 5195 },
    address,
  })
})

test('another order’s page does not change', () => {
  expect(show('findOrder', null, { orderId: kite.productId })).toBeNull()
})

test('it stands first in the history, on its first page', () => {
  const history = show('listOwnOrders', emptyHistory, { page: 1, pageSize: 10 })
  expect(history.orders.map((order) => [order.orderId, order.itemCount, order.total])).toEqual([[orderId, 2, 5195]])
  expect(show('listOwnOrders', { ...emptyHistory, page: 2 }, { page: 2, pageSize: 10 })).toMatchObject({
    orders: [],
    total: 1,
  })
})

test('what two tabs asked for is shown once, as it stands', () => {
  const paid = { ...(show<OrderDetailView | null>('findOrder', null, { orderId }) as OrderDetailView), status: 'paid' }
  expect(show('findOrder', paid, { orderId })).toBe(paid)
  const history = show('listOwnOrders', emptyHistory, { page: 1, pageSize: 10 })
  expect(show('listOwnOrders', history, { page: 1, pageSize: 10 })).toBe(history)
})

test('every tab has one id for what is in the cart, and what comes after is another order', () => {
  const cart = { ...emptyCart(ada), itemCount: 2, lines: [kite] }
  const next = nextOrderId(cart)
  expect(nextOrderId(emptyCart(ada))).toBe(next)
  expect(nextOrderId(show('cart', cart, {}))).not.toBe(next)
  expect(nextOrderId({ ...cart, shopperId: kite.variantId })).not.toBe(next)
})

test('the cart is empty', () => {
  const cart = { ...emptyCart(ada), itemCount: 2, lines: [kite] }
  expect(show('cart', cart, {})).toEqual({ ...emptyCart(ada), lastOrderId: orderId })
})
