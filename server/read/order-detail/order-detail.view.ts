import type { OrderAmounts, OrderLine } from '@/server/events/order'
import type { Address, Contact } from '@/server/events/values'
import type { OrderStatus } from '../order-status'

/** Everything there is to show of one order. Amounts in minor units, times ISO 8601 UTC. */
export type OrderDetailView = {
  orderId: string
  number: string
  shopperId: string | null
  guest: boolean
  origin: 'shop' | 'history'
  status: OrderStatus
  currency: string
  contact: Contact | null
  address: Address | null
  lines: OrderLine[]
  amounts: OrderAmounts
  payment: {
    paymentId: string
    status: 'pending' | 'delayed' | 'authorised' | 'declined' | 'voided'
    brand: string | null
    last4: string | null
    reason: string | null
  }
  shipments: { shipmentId: string; carrier: string; trackingNumber: string; shippedAt: string }[]
  refunds: { refundId: string; amount: number; reason: string; issuedAt: string }[]
  cancellation: { reason: string; at: string } | null
  placedAt: string
}
