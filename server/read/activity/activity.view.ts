import type { CustomerEvent } from '@/server/events/customer'
import type { OrderEvent } from '@/server/events/order'
import { orderNumber } from '@/server/events/order-number'
import { PRODUCT_WORDS, type ProductEvent } from '@/server/events/product'

/** What the shop's feed tells of. Carts are the shoppers' own business. */
export type ActivityEvent =
  | ProductEvent
  | Extract<CustomerEvent, { type: 'CustomerRegistered' }>
  | Extract<
      OrderEvent,
      { type: 'OrderPlaced' | 'PaymentDeclined' | 'OrderCancelled' | 'OrderShipped' | 'RefundIssued' }
    >

export const ACTIVITY_EVENTS = [
  'OrderPlaced',
  'PaymentDeclined',
  'OrderCancelled',
  'OrderShipped',
  'RefundIssued',
  'ProductCreated',
  'ProductRevised',
  'PriceChanged',
  'ProductRestocked',
  'StockCorrected',
  'ProductDiscontinued',
  'CustomerRegistered',
] as const satisfies ActivityEvent['type'][]

/** One line of the feed. The subject is the order, product or customer that it is about; amounts in minor units. */
export type ActivityEntry = {
  position: number
  at: string
  type: ActivityEvent['type']
  subjectId: string
  details: Record<string, string | number | null>
}

/** Where the page before ended. */
export type ActivityCursor = Pick<ActivityEntry, 'at' | 'position'>

/** Newest first. `next` asks for what came before; null where nothing did. */
export type ActivityView = { entries: ActivityEntry[]; next: ActivityCursor | null }

export function activityEntry(event: ActivityEvent & { position: number }): ActivityEntry {
  const { position, at, type } = event
  return { position, at, type, ...contentOf(event) }
}

function contentOf(event: ActivityEvent): Pick<ActivityEntry, 'subjectId' | 'details'> {
  switch (event.type) {
    case 'OrderPlaced': {
      const { orderId, number, lines, amounts, currency, contact, origin } = event.data
      const items = lines.reduce((sum, line) => sum + line.quantity, 0)
      const name = contact?.name ?? null
      return { subjectId: orderId, details: { number, name, items, total: amounts.total, currency, origin } }
    }
    case 'PaymentDeclined':
    case 'OrderCancelled': {
      const { orderId, reason } = event.data
      return { subjectId: orderId, details: { number: orderNumber(orderId), reason } }
    }
    case 'OrderShipped': {
      const { orderId, carrier, trackingNumber } = event.data
      return { subjectId: orderId, details: { number: orderNumber(orderId), carrier, trackingNumber } }
    }
    case 'RefundIssued': {
      const { orderId, refundId, number, amount, currency, reason } = event.data
      return { subjectId: orderId ?? refundId, details: { number, amount, currency, reason } }
    }
    case 'ProductCreated': {
      const { productId, name, category } = event.data
      return { subjectId: productId, details: { name, category } }
    }
    case 'ProductRevised': {
      const { productId, name, to } = event.data
      return {
        subjectId: productId,
        details: { name: to.name ?? name, changed: PRODUCT_WORDS.filter((word) => word in to).join(' ') },
      }
    }
    case 'PriceChanged': {
      const { productId, variantId, name, label, from, to, reason } = event.data
      return { subjectId: productId, details: { variantId, name, label, from, to, reason } }
    }
    case 'ProductRestocked': {
      const { productId, variantId, name, label, quantity } = event.data
      return { subjectId: productId, details: { variantId, name, label, quantity } }
    }
    case 'StockCorrected': {
      const { productId, variantId, name, label, by, reason } = event.data
      return { subjectId: productId, details: { variantId, name, label, by, reason } }
    }
    case 'ProductDiscontinued': {
      const { productId, name, reason } = event.data
      return { subjectId: productId, details: { name, reason } }
    }
    case 'CustomerRegistered':
      return { subjectId: event.data.customerId, details: { name: event.data.contact?.name ?? null } }
  }
}

/** New things stand at the top of the first page, and belong on no later one. */
export function applyToActivity(
  view: ActivityView,
  event: ActivityEvent & { position: number },
  { limit, before }: { limit: number; before?: ActivityCursor },
): ActivityView {
  if (before) return view
  const entries = [activityEntry(event), ...view.entries].slice(0, limit)
  const last = entries.at(-1)
  const next = view.entries.length === limit && last ? { at: last.at, position: last.position } : view.next
  return { entries, next }
}
