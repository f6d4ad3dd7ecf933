import type { AnySql } from '@/server/engine/database/postgres'
import type { Document, StreamKey, Told } from '@/server/engine/log/history'
import type { CartEvent } from '@/server/events/cart'
import type { CustomerEvent } from '@/server/events/customer'
import type { OrderEvent } from '@/server/events/order'
import type { ShopEvent } from '@/server/events/registry'
import { type AddressBookView, applyToAddressBook, emptyAddressBook } from '../read/address-book/address-book.view'
import { applyToCart, CART_EVENTS, type CartView, emptyCart } from '../read/cart/cart.view'
import { CATALOGUE_EVENTS, type CatalogueEvent, productsOf } from '../read/listed-variant'
import { applyToOrderDetail, ORDER_EVENTS, type OrderDetailView } from '../read/order-detail/order-detail.view'
import { applyToProductPage, type ProductPageView } from '../read/product-page/product-page.view'

/** A document of the shop that has a history: which streams it is folded from, and which events its life is told by. */
export type Remembered<View, F extends ShopEvent> = Document<View, F> & {
  streams: (sql: AnySql, key: string) => Promise<readonly StreamKey[]>
  isTold?: (event: Told) => boolean
}

const only = (stream: string) => async (_: AnySql, key: string) => [{ stream, key }]

/** With the letter that confirmed it, which changes nothing in it. */
export const orderDocument: Remembered<OrderDetailView, OrderEvent> = {
  streams: async (_, key) => ['order', 'confirmation'].map((stream) => ({ stream, key })),
  handles: ORDER_EVENTS,
  apply: (order, event) => applyToOrderDetail(order, event),
  nameOf: ({ name, label, trackingNumber }) =>
    typeof trackingNumber === 'string' ? trackingNumber : called(name, label),
}

/** Orders move what is on the shelf, but a product's life is told by what merchants did to it. */
export const productDocument: Remembered<ProductPageView, CatalogueEvent> = {
  streams: async (sql, key) => [
    { stream: 'product', key },
    ...(await ordersOf(sql, key)).map((orderId) => ({ stream: 'order', key: orderId })),
  ],
  handles: CATALOGUE_EVENTS,
  apply: (page, event, key) => (productsOf(event).includes(key) ? applyToProductPage(page, event) : page),
  isTold: ({ stream }) => stream === 'product',
  nameOf: ({ label, sku }) => called(label || sku, null),
}

export const cartDocument: Remembered<CartView, CartEvent> = {
  streams: only('cart'),
  handles: CART_EVENTS,
  apply: (cart, event, key) => applyToCart(cart ?? emptyCart(key), event),
  nameOf: ({ name, label }) => called(name, label),
}

type AddressSaved = Extract<CustomerEvent, { type: 'AddressSaved' }>

export const addressBookDocument: Remembered<AddressBookView, AddressSaved> = {
  streams: only('customer'),
  handles: ['AddressSaved'],
  apply: (book, event, key) => applyToAddressBook(book ?? emptyAddressBook(key), event),
}

/** The orders that took something of the product from its shelf: those of an imported history did not. */
async function ordersOf(sql: AnySql, productId: string): Promise<string[]> {
  const rows = await sql<{ orderId: string }[]>`
    select distinct l.order_id as "orderId"
    from write.variants v
    join write.order_lines l on l.variant_id = v.id
    join write.orders o on o.id = l.order_id
    where v.product_id = ${productId} and o.origin = 'shop'`
  return rows.map(({ orderId }) => orderId)
}

function called(name: unknown, label: unknown): string | undefined {
  const words = [name, label].filter((word) => typeof word === 'string' && word)
  return words.length > 0 ? words.join(', ') : undefined
}
