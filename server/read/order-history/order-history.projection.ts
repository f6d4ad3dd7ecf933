import { orderHistory } from '@/db/read/orders'
import { rowProjection } from '@/server/engine/rows/row-projection'
import type { OrderEvent } from '@/server/events/order'
import { applyToOrderHistory, ORDER_EVENTS } from './order-history.view'

/** Its rows know no days, but its lists are asked for by day: of which time zone stands with its checkpoint. */
export const orderHistoryProjection = ({ timeZone }: { timeZone: string }) =>
  rowProjection<typeof orderHistory, 'orderId', OrderEvent>({
    name: 'order-history',
    version: 1,
    settings: timeZone,
    table: orderHistory,
    key: ['orderId'],
    evidence: 'stream',
    handles: ORDER_EVENTS,
    // A refund of an imported history may name no order.
    keysOf: ({ data: { orderId } }) => (orderId === null ? [] : [{ orderId }]),
    apply: (row, event) => applyToOrderHistory(row, event),
    overwrites: ['OrderPlaced'],
    concerns: ({ orderId, shopperId }) => [orderId, shopperId],
  })
