import type { Refusal } from '@/app/_client/journal/refusal-book'

/** A page of everything that was ordered. */
export function ordersPath(page: number): string {
  return page > 1 ? `/orders?page=${page}` : '/orders'
}

/** Where an order has its page. */
export function orderPath(orderId: string): string {
  return `/orders/${orderId}`
}

/** The same page right after the order was placed: it may not be in any answer yet. */
export function placedPath(orderId: string): string {
  return `${orderPath(orderId)}?placed`
}

/** The checkout, with what was entered for this order in its fields. */
export function orderAgainPath(orderId: string): string {
  return `/checkout?again=${orderId}`
}

const ORDER_COMMANDS = ['PlaceOrder', 'CancelOrder']

/** Which order's page says this refusal itself; undefined where it is about no order. */
export function orderOf({ name, input }: Refusal): string | undefined {
  return ORDER_COMMANDS.includes(name) ? (input as { orderId: string }).orderId : undefined
}
