import type { CartEvent, CartItem } from '@/server/events/cart'

export const CART_EVENTS = [
  'ItemAddedToCart',
  'ItemQuantityChanged',
  'ItemRemovedFromCart',
  'CartMerged',
  'CartHandedOver',
  'CartCheckedOut',
] as const satisfies CartEvent['type'][]

/** What a shopper chose, by the words and the price that were on it; an order is written by those that hold then. */
export type CartViewLine = CartItem & { quantity: number }

/**
 * A shopper's cart as every page shows it. Prices in minor units, as the shopper was shown them. `lastOrderId` is the
 * order that emptied it last: the next one's id follows from it.
 */
export type CartView = { shopperId: string; itemCount: number; lines: CartViewLine[]; lastOrderId: string | null }

export function emptyCart(shopperId: string): CartView {
  return { shopperId, itemCount: 0, lines: [], lastOrderId: null }
}

export function applyToCart(cart: CartView, event: CartEvent): CartView {
  if (event.key !== cart.shopperId) return cart
  switch (event.type) {
    case 'ItemAddedToCart':
      return withLines(cart, addedTo(cart.lines, event.data.item, event.data.quantity))
    case 'ItemQuantityChanged': {
      const { variantId, quantity, unitPrice } = event.data
      return withLines(
        cart,
        cart.lines.map((line) => (line.variantId === variantId ? { ...line, quantity, unitPrice } : line)),
      )
    }
    case 'ItemRemovedFromCart':
      return withLines(
        cart,
        cart.lines.filter((line) => line.variantId !== event.data.variantId),
      )
    case 'CartMerged':
      return withLines(
        cart,
        event.data.lines.reduce((lines, { item, quantity }) => addedTo(lines, item, quantity), cart.lines),
      )
    case 'CartHandedOver':
      return withLines(cart, [])
    case 'CartCheckedOut':
      return { ...withLines(cart, []), lastOrderId: event.data.orderId }
  }
}

/** The price shown is that of the latest time the item was added. */
function addedTo(lines: CartViewLine[], item: CartItem, quantity: number): CartViewLine[] {
  const isThere = lines.some((line) => line.variantId === item.variantId)
  if (!isThere) return [...lines, { ...item, quantity }]
  return lines.map((line) =>
    line.variantId === item.variantId ? { ...line, ...item, quantity: line.quantity + quantity } : line,
  )
}

function withLines(cart: CartView, lines: CartViewLine[]): CartView {
  return { ...cart, lines, itemCount: lines.reduce((sum, line) => sum + line.quantity, 0) }
}
