import type { OrderAmounts, OrderEvent, OrderLine } from '@/server/events/order'
import type { Address, Contact } from '@/server/events/values'
import { type OrderStatus, statusAfter, statusWhenPlaced } from '../order-status'

export const ORDER_EVENTS = [
  'OrderPlaced',
  'PaymentAuthorised',
  'PaymentDelayed',
  'PaymentDeclined',
  'OrderCancelled',
  'OrderShipped',
  'RefundIssued',
] as const satisfies OrderEvent['type'][]

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

export function applyToOrderDetail(order: OrderDetailView | null, event: OrderEvent): OrderDetailView | null {
  if (event.type === 'OrderPlaced') return placedOrder(event)
  if (order === null || event.data.orderId !== order.orderId) return order
  return { ...order, ...changeBy(order, event), status: statusAfter(order.status, event) }
}

type Later = Exclude<OrderEvent, { type: 'OrderPlaced' }>

function changeBy(order: OrderDetailView, { type, at, data }: Later): Partial<OrderDetailView> {
  switch (type) {
    case 'PaymentAuthorised':
      return { payment: { ...order.payment, status: order.status === 'cancelled' ? 'voided' : 'authorised' } }
    case 'PaymentDelayed':
      return { payment: { ...order.payment, status: 'delayed' } }
    case 'PaymentDeclined':
      return { payment: { ...order.payment, status: 'declined', reason: data.reason } }
    case 'OrderCancelled':
      return {
        cancellation: { reason: data.reason, at },
        payment: data.total > 0 ? voided(order.payment) : order.payment,
      }
    case 'OrderShipped': {
      const { shipmentId, carrier, trackingNumber } = data
      return { shipments: [...order.shipments, { shipmentId, carrier, trackingNumber, shippedAt: at }] }
    }
    case 'RefundIssued': {
      const { refundId, amount, reason } = data
      return { refunds: [...order.refunds, { refundId, amount, reason, issuedAt: at }] }
    }
  }
}

/** A payment that was declined stays declined: there is nothing to give back. One that was refunded stays authorised. */
function voided(payment: OrderDetailView['payment']): OrderDetailView['payment'] {
  return payment.status === 'declined' ? payment : { ...payment, status: 'voided' }
}

function placedOrder({ at, data }: Extract<OrderEvent, { type: 'OrderPlaced' }>): OrderDetailView {
  const { orderId, number, shopperId, guest, origin, currency, contact, address, lines, amounts } = data
  const { brand = null, last4 = null } = data.paymentMethod ?? {}
  return {
    orderId,
    number,
    shopperId,
    guest,
    origin,
    status: statusWhenPlaced(origin),
    currency,
    contact,
    address,
    lines,
    amounts,
    payment: { paymentId: data.paymentId, status: 'pending', brand, last4, reason: null },
    shipments: [],
    refunds: [],
    cancellation: null,
    placedAt: at,
  }
}
