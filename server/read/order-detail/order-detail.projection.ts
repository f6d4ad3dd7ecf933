import { orderDetail } from '@/db/read/orders'
import { rowProjection } from '@/server/engine/rows/row-projection'
import type { OrderEvent } from '@/server/events/order'
import { applyToOrderDetail, ORDER_EVENTS } from './order-detail.view'

export const orderDetailProjection = rowProjection<typeof orderDetail, 'orderId', OrderEvent>({
  name: 'order-detail',
  version: 1,
  table: orderDetail,
  key: ['orderId'],
  evidence: 'stream',
  handles: ORDER_EVENTS,
  // A refund of an imported history may name no order.
  keysOf: ({ data: { orderId } }) => (orderId === null ? [] : [{ orderId }]),
  apply: (row, event) => applyToOrderDetail(row, event),
  overwrites: ['OrderPlaced'],
  concerns: ({ orderId, shopperId }) => [orderId, shopperId],
})
