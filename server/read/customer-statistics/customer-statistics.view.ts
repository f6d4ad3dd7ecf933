import type { CustomerEvent } from '@/server/events/customer'
import type { OrderEvent } from '@/server/events/order'
import type { Contact } from '@/server/events/values'

/**
 * What a shopper bought. `orders` and `spent` leave cancelled orders out, but not those that were paid back by refunds;
 * the first and the last order are those that were placed, whatever became of them. Amounts in minor units.
 */
export type CustomerStatisticsView = {
  shopperId: string
  name: string | null
  email: string | null
  guest: boolean
  orders: number
  spent: number
  refunded: number
  firstOrderAt: string | null
  lastOrderAt: string | null
}

/** With the place in the log of what named them last: orders of one shopper may be committed in another order. */
export type CustomerStatisticsRow = CustomerStatisticsView & { namedAt: number }

export type CustomerStatisticsEvent =
  | Extract<CustomerEvent, { type: 'CustomerRegistered' | 'ContactChanged' }>
  | Extract<OrderEvent, { type: 'OrderPlaced' | 'OrderCancelled' | 'RefundIssued' }>

export const CUSTOMER_STATISTICS_EVENTS = [
  'CustomerRegistered',
  'ContactChanged',
  'OrderPlaced',
  'OrderCancelled',
  'RefundIssued',
] as const satisfies CustomerStatisticsEvent['type'][]

/** Whom the event is about; null where nobody is known. */
export function shopperOf(event: CustomerStatisticsEvent): string | null {
  return 'customerId' in event.data ? event.data.customerId : event.data.shopperId
}

export function applyToCustomerStatistics(
  row: CustomerStatisticsRow,
  event: CustomerStatisticsEvent & { position: number },
): CustomerStatisticsRow {
  switch (event.type) {
    case 'CustomerRegistered':
    case 'ContactChanged':
      return { ...named(row, event.data.contact, event.position), guest: false }
    case 'OrderPlaced': {
      const { contact, amounts } = event.data
      return {
        ...named(row, contact, event.position),
        guest: row.guest && event.data.guest,
        orders: row.orders + 1,
        spent: row.spent + amounts.total,
        firstOrderAt: earlier(row.firstOrderAt, event.at),
        lastOrderAt: later(row.lastOrderAt, event.at),
      }
    }
    case 'OrderCancelled':
      return event.data.total > 0 ? { ...row, orders: row.orders - 1, spent: row.spent - event.data.total } : row
    case 'RefundIssued':
      return { ...row, refunded: row.refunded + event.data.amount }
  }
}

/** A shopper of whom nothing is known yet. */
export function unknownShopper(shopperId: string): CustomerStatisticsRow {
  const nothing = { orders: 0, spent: 0, refunded: 0, firstOrderAt: null, lastOrderAt: null }
  return { shopperId, name: null, email: null, guest: true, ...nothing, namedAt: 0 }
}

function named(row: CustomerStatisticsRow, contact: Contact | null, position: number): CustomerStatisticsRow {
  if (contact === null || position < row.namedAt) return row
  return { ...row, name: contact.name, email: contact.email, namedAt: position }
}

function earlier(a: string | null, b: string): string {
  return a !== null && Date.parse(a) <= Date.parse(b) ? a : b
}

function later(a: string | null, b: string): string {
  return a !== null && Date.parse(a) >= Date.parse(b) ? a : b
}
