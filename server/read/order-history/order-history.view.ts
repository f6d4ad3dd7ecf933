import type { Category } from '@/server/events/product'
import type { OrderStatus } from '../order-status'

/** An order in a list. Amounts in minor units. */
export type OrderHistoryView = {
  orderId: string
  number: string
  shopperId: string | null
  customerName: string | null
  customerEmail: string | null
  status: OrderStatus
  currency: string
  total: number
  refunded: number
  itemCount: number
  /** The first few, to be shown as pictures. */
  items: { name: string; picture: string; category: Category }[]
  placedAt: string
}
