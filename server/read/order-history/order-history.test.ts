import { describe, expect, it } from 'vitest'
import { ada, authorised, bea, cancelled, line, orderIdOf, placed, recorded, refunded, shipped } from '../testing'
import { listOwnOrders } from './order-history.query'
import { applyToOrderHistory, placedOrder } from './order-history.view'
import { applyToOrderList, type OrderFilter, type OrderListView } from './order-list.view'

describe('an order in a list', () => {
  it('shows what was ordered, and the first few items as pictures', () => {
    const lines = [1, 2, 3, 4, 5].map((n) => line(n, 2))
    const order = applyToOrderHistory(null, placed(1, { lines }))
    expect(order).toMatchObject({ status: 'awaiting-payment', total: 45_000, itemCount: 10, customerName: 'Ada Byron' })
    expect(order?.items).toHaveLength(4)
  })

  it('follows payment, shipment and refunds', () => {
    const after = [authorised(1), shipped(1), refunded(1, 500), refunded(1, 250)].reduce(
      applyToOrderHistory,
      placedOrder(placed()),
    )
    expect(after).toMatchObject({ status: 'shipped', refunded: 750 })
  })

  it('has no name once its customer was forgotten', () => {
    expect(applyToOrderHistory(null, placed(1, { contact: null }))).toMatchObject({
      customerName: null,
      customerEmail: null,
    })
  })

  it('is not changed by what happens to another', () => {
    const order = placedOrder(placed(1))
    expect(applyToOrderHistory(order, shipped(2))).toBe(order)
    expect(applyToOrderHistory(order, refunded(2, 500, { orderId: null }))).toBe(order)
  })
})

describe('a list that has to catch up', () => {
  const day = (n: number) => `2026-05-${String(n).padStart(2, '0')}T10:00:00.000Z`
  const orders = [20, 10].map((n) => placedOrder(placed(n, {}, day(n))))
  const view: OrderListView = { orders, total: 2, page: 1, pageSize: 2, timeZone: 'Europe/London' }
  const request: OrderFilter = { page: 1, pageSize: 2 }
  const numbers = (after: OrderListView) => after.orders.map(({ number }) => number)

  it('shows a new order first, and the oldest makes room', () => {
    const after = applyToOrderList(view, placed(25, {}, day(25)), request)
    expect(numbers(after)).toEqual(['TM-25', 'TM-20'])
    expect(after.total).toBe(3)
  })

  it('puts a new order last where the oldest come first, if there is room', () => {
    const queue = { ...view, orders: view.orders.toReversed() }
    const withPageSize = (pageSize: number) =>
      numbers(applyToOrderList(queue, placed(25, {}, day(25)), { page: 1, pageSize, oldestFirst: true }))
    expect(withPageSize(3)).toEqual(['TM-10', 'TM-20', 'TM-25'])
    expect(withPageSize(2)).toEqual(['TM-10', 'TM-20'])
  })

  it('takes an order that was sent out of the queue, on whatever page', () => {
    const queue = { ...view, orders: view.orders.toReversed(), total: 5, page: 2 }
    const paid = { ...queue, orders: queue.orders.map((order) => ({ ...order, status: 'paid' as const })) }
    const after = applyToOrderList(paid, shipped(10), { page: 2, pageSize: 2, status: 'paid', oldestFirst: true })
    expect(numbers(after)).toEqual(['TM-20'])
    expect(after.total).toBe(4)
  })

  it('shows an imported order where its time puts it', () => {
    expect(numbers(applyToOrderList(view, placed(15, {}, day(15)), { ...request }))).toEqual(['TM-20', 'TM-15'])
  })

  it('counts a new order on a later page without showing it there', () => {
    const after = applyToOrderList({ ...view, page: 2 }, placed(25, {}, day(25)), { ...request, page: 2 })
    expect(numbers(after)).toEqual(['TM-20', 'TM-10'])
    expect(after.total).toBe(3)
  })

  it('shows others’ orders to staff, and to a shopper none but their own', () => {
    const theirs = recorded(placed(25, { shopperId: bea.id }, day(25)))
    expect(numbers(applyToOrderList(view, theirs, request))).toContain('TM-25')
    expect(listOwnOrders.apply(view, theirs, request, ada)).toBe(view)
    expect(numbers(listOwnOrders.apply(view, theirs, request, bea))).toContain('TM-25')
  })

  it('drops an order that its filter no longer wants', () => {
    const after = applyToOrderList(view, cancelled(placed(20)), { ...request, status: 'awaiting-payment' })
    expect(numbers(after)).toEqual(['TM-10'])
    expect(after.total).toBe(1)
    expect(applyToOrderList(view, cancelled(placed(20)), request).orders[0]).toMatchObject({ status: 'cancelled' })
  })

  it.each<[string, Partial<OrderFilter>, boolean]>([
    ['of its day', { from: '2026-05-25', to: '2026-05-25' }, true],
    ['of the days before', { to: '2026-05-24' }, false],
    ['of the days after', { from: '2026-05-26' }, false],
    ['by a part of its number', { text: 'tm-25' }, true],
    ['by its number without the dash', { text: 'TM25' }, true],
    ['by its number as a label has it', { text: '#TM-25' }, true],
    ['by another number', { text: 'tm-26' }, false],
    ['by its e-mail', { text: 'ADA@example' }, true],
    ['by the beginnings of both names, whatever their order', { text: 'byr ad' }, true],
    ['by a name and a part of the number', { text: 'byron 25' }, true],
    ['by a name of which one word is another’s', { text: 'Ada Hopper' }, false],
    ['by another name', { text: 'Grace' }, false],
    ['by a dash, which stands in every number', { text: '-' }, false],
    ['by where it stands', { status: 'awaiting-payment' }, true],
    ['by where it does not stand', { status: 'paid' }, false],
  ])('finds a new order %s', (_, filter, isFound) => {
    // At half past eleven in the evening of the 24th, UTC, it is the 25th in London.
    const after = applyToOrderList(view, placed(25, {}, '2026-05-24T23:30:00.000Z'), { ...request, ...filter })
    expect(after.orders.some(({ orderId }) => orderId === orderIdOf(25))).toBe(isFound)
  })
})
