import type { OrderEvent } from '@/server/events/order'
import { dayOf } from '../shop-day'

export type RevenueEvent = Extract<OrderEvent, { type: 'OrderPlaced' | 'OrderCancelled' | 'RefundIssued' }>

export const REVENUE_EVENTS = [
  'OrderPlaced',
  'OrderCancelled',
  'RefundIssued',
] as const satisfies RevenueEvent['type'][]

/** What an event adds to the figures of one business day, and whose buying it was. */
export type RevenueChange = {
  day: string
  orders: number
  gross: number
  refunds: number
  refundCount: number
  /** Null where nobody is known, and for refunds, by which nobody becomes a customer. */
  shopperId: string | null
}

/**
 * An order counts on the day it was placed, and a cancellation takes it out of that day; a refund has a day of its own.
 * An order that was cancelled when all of it went back by refunds was sold and paid back: it stays where it counts.
 */
export function changeOf(event: RevenueEvent, timeZone: string): RevenueChange {
  switch (event.type) {
    case 'OrderPlaced': {
      const { amounts, shopperId } = event.data
      return { day: dayOf(event.at, timeZone), orders: 1, gross: amounts.total, refunds: 0, refundCount: 0, shopperId }
    }
    case 'OrderCancelled': {
      const { placedAt, total, shopperId } = event.data
      const orders = total > 0 ? -1 : 0
      return { day: dayOf(placedAt, timeZone), orders, gross: 0 - total, refunds: 0, refundCount: 0, shopperId }
    }
    case 'RefundIssued': {
      const day = dayOf(event.at, timeZone)
      return { day, orders: 0, gross: 0, refunds: event.data.amount, refundCount: 1, shopperId: null }
    }
  }
}
