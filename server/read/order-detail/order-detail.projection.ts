import { orderDetail } from '@/db/read/orders'
import { rowProjection } from '@/server/engine/row-projection'
import type { OrderEvent } from '@/server/events/order'
import { applyToOrderDetail } from './order-detail.view'

export const orderDetailProjection = rowProjection<typeof orderDetail, 'orderId', OrderEvent>({
  name: 'order-detail',
  version: 1,
  table: orderDetail,
  key: ['orderId'],
  handles: [
    'OrderPlaced',
    'PaymentAuthorised',
    'PaymentDelayed',
    'PaymentDeclined',
    'OrderCancelled',
    'OrderShipped',
    'RefundIssued',
  ],
  // A refund of an imported history may name no order.
  keysOf: ({ data: { orderId } }) => (orderId === null ? [] : [{ orderId }]),
  apply: (row, event) => applyToOrderDetail(row, event),
})
