import { describe, expect, it } from 'vitest'
import { patches, touches } from '@/app/_client/commands/optimistic-command'
import { answerAt } from '@/app/_client/testing'
import { visible } from '@/app/_client/views/visible'
import { cancellationOf } from '@/app/_order/cancel-order.optimistic'
import { optimisticCommands } from '@/app/optimistic'
import type { ShopActor } from '@/server/actor'
import type { OrderEvent } from '@/server/events/order'
import type { ShopEvent } from '@/server/events/registry'
import { activityEntry } from '@/server/read/activity/activity.view'
import { unknownShopper } from '@/server/read/customer-statistics/customer-statistics.view'
import { applyToOrderDetail, type OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { placedOrder } from '@/server/read/order-history/order-history.view'
import { historyEntry } from '@/server/read/product-history/product-history.view'
import { applyToListedProduct } from '@/server/read/product-listing/listed-product.view'
import { applyToProductPage } from '@/server/read/product-page/product-page.view'
import { findQuery } from '@/server/read/registry'
import { figuresOf } from '@/server/read/revenue/revenue.view'
import { applyToShelf } from '@/server/read/stock-levels/stock-levels.view'
import {
  ada,
  authorised,
  created,
  idOf,
  merchant,
  NOON,
  orderIdOf,
  placed,
  recorded,
  refunded,
  shipped,
} from '@/server/read/testing'
import { cancelOrder } from '@/server/write/order/cancel-order'
import type { RefundableOrder } from '@/server/write/order/order'
import { refundOrder } from '@/server/write/order/refund-order'
import { shipOrder } from '@/server/write/order/ship-order'
import { changePrice } from '@/server/write/product/change-price'
import { correctStock } from '@/server/write/product/correct-stock'
import { discontinueProduct } from '@/server/write/product/discontinue-product'
import { restockProduct } from '@/server/write/product/restock-product'
import { reviseProduct } from '@/server/write/product/revise-product'
import { refundOf } from './orders/refund-order.optimistic'

const order = placed(1)
const { orderId, number, shopperId, currency, paymentId, amounts, lines } = order.data
const after = (known: OrderDetailView | null, ...events: OrderEvent[]) =>
  events.reduce(applyToOrderDetail, known) ?? expect.unreachable()
const detail = after(null, order, authorised(1))
const product = created(1)
const [{ productId, variantId } = { productId: '', variantId: '' }] = lines
const day = NOON.slice(0, 10)
const range = { from: day, to: day }
const paging = { page: 1, pageSize: 10 }

/** The shop before the merchant does something: one product, one paid order. By query: what is asked, and the answer. */
const shop: Record<string, { asked: object; data: unknown }> = {
  findOrder: {
    asked: { orderId },
    data: detail,
  },
  listOrders: {
    asked: { status: 'paid', ...paging },
    data: { orders: [{ ...placedOrder(order), status: 'paid' }], total: 1, ...paging, timeZone: 'Europe/London' },
  },
  findCustomerStatistics: {
    asked: { shopperId },
    data: { ...unknownShopper(ada.id), orders: 1, spent: amounts.total },
  },
  listTopCustomers: {
    asked: { limit: 10 },
    data: { customers: [{ ...unknownShopper(ada.id), orders: 1, spent: amounts.total }] },
  },
  getRevenue: {
    asked: range,
    data: { ...range, timeZone: 'Europe/London', days: [{ day, ...figures() }], total: figures() },
  },
  listTopProducts: {
    asked: { ...range, limit: 10 },
    data: { ...range, timeZone: 'Europe/London', products: lines.map((line) => ({ ...line })) },
  },
  listActivity: { asked: { limit: 10 }, data: { entries: [activityEntry(recorded(order))], next: null } },
  findProduct: { asked: { productId }, data: applyToProductPage(null, product) },
  listProducts: {
    asked: { onSale: true, ...paging },
    data: { products: [applyToListedProduct(null, product)], total: 1, ...paging },
  },
  listStockLevels: {
    asked: { below: 10, ...paging },
    data: { levels: applyToShelf([], product), total: 2, ...paging },
  },
  listProductHistory: {
    asked: { productId, ...paging },
    data: { entries: [historyEntry(recorded(product))], total: 1, ...paging },
  },
}

function figures() {
  return figuresOf({ gross: amounts.total, refunds: 0, orders: 1, uniqueCustomers: 1 })
}

const paid: RefundableOrder = {
  ...{ orderId, number, shopperId, currency, origin: 'shop', status: 'paid', total: amounts.total, refunded: 0 },
  placedAt: order.at,
  payment: { paymentId, status: 'authorised' },
}
const goesBack = lines.map(({ variantId, productId, quantity, amount }) => ({ variantId, productId, quantity, amount }))
const { name, description, category, picture } = product.data
const onSale = { productId, name, description, category, picture, onSale: true, variants: [{ variantId, price: 4500 }] }

/** A command as the server knows it, with any state. */
type Decides = { decide: (state: never, input: never, given: never) => unknown }
type Done = { name: string; how?: string; server: Decides; state: unknown; input: object; hint?: object }

const reason = 'So it goes'
const deeds: Done[] = [
  {
    name: 'ShipOrder',
    server: shipOrder,
    state: paid,
    input: { orderId, shipmentId: idOf(1), carrier: 'Gull Post', trackingNumber: 'GP1' },
  },
  {
    name: 'RefundOrder',
    server: refundOrder,
    state: { order: paid, lines: goesBack },
    input: { orderId, refundId: idOf(2), amount: 500, reason },
    hint: refundOf(detail, 500),
  },
  {
    name: 'RefundOrder',
    how: 'in full',
    server: refundOrder,
    state: { order: paid, lines: goesBack },
    input: { orderId, refundId: idOf(2), amount: amounts.total, reason },
    hint: refundOf(detail, amounts.total),
  },
  {
    name: 'RefundOrder',
    how: 'in full, of what was sent',
    server: refundOrder,
    state: { order: { ...paid, status: 'shipped' }, lines: goesBack },
    input: { orderId, refundId: idOf(2), amount: amounts.total, reason },
    hint: refundOf(after(detail, shipped(1)), amounts.total),
  },
  {
    name: 'CancelOrder',
    server: cancelOrder,
    state: { order: paid, lines: goesBack },
    input: { orderId, reason },
    hint: cancellationOf(detail),
  },
  {
    name: 'CancelOrder',
    how: 'after a part of it was refunded',
    server: cancelOrder,
    state: { order: { ...paid, refunded: 500 }, lines: goesBack },
    input: { orderId, reason },
    hint: cancellationOf(after(detail, refunded(1, 500))),
  },
  {
    name: 'CancelOrder',
    how: 'after all of it was refunded',
    server: cancelOrder,
    state: { order: { ...paid, refunded: amounts.total }, lines: goesBack },
    input: { orderId, reason },
    hint: cancellationOf(after(detail, refunded(1, amounts.total))),
  },
  {
    name: 'ChangePrice',
    server: changePrice,
    state: onSale,
    input: { productId, variantId, price: 3999, reason },
    hint: { from: 4500 },
  },
  {
    name: 'ReviseProduct',
    server: reviseProduct,
    state: onSale,
    input: { productId, from: { name, category }, to: { name: 'Gale lantern', category: 'garden' } },
  },
  { name: 'RestockProduct', server: restockProduct, state: onSale, input: { productId, variantId, quantity: 30 } },
  {
    name: 'CorrectStock',
    server: correctStock,
    state: { product: onSale, inStock: 5 },
    input: { productId, variantId, seen: 5, counted: 2, reason: 'lost' },
  },
  { name: 'DiscontinueProduct', server: discontinueProduct, state: onSale, input: { productId, reason } },
]

const how = { optimistics: optimisticCommands, actorId: merchant.id, takenAt: 0 }

function eventsOf({ server, state, input }: Done): ShopEvent[] {
  const given = { commandId: idOf(3), at: NOON, actor: merchant }
  const decision = server.decide(state as never, input as never, given as never) as { events?: ShopEvent[] }
  return decision.events ?? expect.unreachable('refused')
}

/** What the server's own query makes of the events: that the projection does the same, its own tests say. */
function onServer(query: string, events: readonly ShopEvent[]): unknown {
  const { asked, data } = shop[query] ?? { asked: {}, data: undefined }
  const known = findQuery(query)
  const handles = known?.handles as readonly string[] | undefined
  const handled = events.filter(({ type }) => handles?.includes(type))
  const placed = handled.map((event) => ({ ...recorded(event), position: Number.MAX_SAFE_INTEGER }))
  return placed.reduce((before: unknown, event) => known?.apply(before, event, asked, merchant as ShopActor), data)
}

function inBrowser(query: string, { name, input, hint }: Done): unknown {
  const { asked, data } = shop[query] ?? { asked: {}, data: undefined }
  const entry = { id: idOf(3), name, input, hint, at: NOON, nth: 1, status: { is: 'queued' as const } }
  return visible(answerAt(0, data), { name: query, input: asked }, [entry], how).data
}

describe.each(deeds)('$name $how', (deed) => {
  const events = eventsOf(deed)
  const command = optimisticCommands.get(deed.name)
  const patched = Object.keys(shop).filter((query) => patches(command, query))

  it.each(patched)('shows in %s what the server will answer', (query) => {
    expect(inBrowser(query, deed)).toEqual(onServer(query, events))
  })

  it('leaves out no answer that it changes', () => {
    const changed = Object.keys(shop).filter((query) => onServer(query, events) !== shop[query]?.data)
    const unequal = changed.filter((query) => !isEqual(onServer(query, events), shop[query]?.data))
    expect(unequal.filter((query) => !touches(command, query))).toEqual([])
    expect(unequal).not.toEqual([])
  })

  it('leaves alone what is about something else', () => {
    const elsewhere = { ...deed, input: { ...deed.input, orderId: orderIdOf(7), productId: idOf(70) } }
    const about = [
      'findOrder',
      'listOrders',
      ...(events.some(({ type }) => type === 'OrderCancelled') ? [] : ['findProduct', 'listProducts']),
    ]
    for (const query of about) expect(inBrowser(query, elsewhere)).toBe(shop[query]?.data)
  })
})

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
