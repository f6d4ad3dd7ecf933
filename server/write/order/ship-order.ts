import { z } from 'zod'
import { staff } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import { idInput, typedInput } from '@/server/events/inputs'
import type { OrderEvent } from '@/server/events/order'
import { refuse } from '../rejections'
import { whyOver } from './open-order'
import { lockRefundableOrder, type RefundableOrder } from './order'

const input = z.object({
  orderId: idInput,
  shipmentId: idInput,
  carrier: typedInput.min(1).max(60),
  trackingNumber: typedInput.min(1).max(60),
})

export const shipOrder = defineCommand({
  name: 'ShipOrder',
  input,
  permits: staff,
  load: (tx, { orderId }) => lockRefundableOrder(tx, orderId),
  decide: (order: RefundableOrder | undefined, shipment, { at }) => {
    const { orderId } = shipment
    if (!order) return refuse('OrderNotFound', { orderId })
    const { number, status, refunded, total } = order
    const over = whyOver(order)
    if (over) return over
    if (status === 'shipped') return refuse('OrderAlreadyShipped', { number })
    if (status === 'awaiting-payment') return refuse('OrderNotPaid', { number })
    if (total > 0 && refunded === total) return refuse('OrderAlreadyRefunded', { number, refunded })
    const events: OrderEvent[] = [{ type: 'OrderShipped', key: orderId, at, data: shipment }]
    return { events, result: { orderId } }
  },
})
