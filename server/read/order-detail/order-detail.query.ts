import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { orderDetail } from '@/db/read/orders'
import { anyone, staff } from '@/server/actor'
import { defineQuery } from '@/server/engine/queries/query'
import { idInput } from '@/server/events/inputs'
import type { OrderEvent } from '@/server/events/order'
import { applyToOrderDetail, ORDER_EVENTS, type OrderDetailView } from './order-detail.view'

/** One order, for whoever placed it and for staff. To others it does not exist. */
export const findOrder = defineQuery<{ orderId: string }, OrderDetailView | null, OrderEvent>({
  name: 'findOrder',
  projection: 'order-detail',
  input: z.object({ orderId: idInput }),
  handles: ORDER_EVENTS,
  permits: anyone,
  read: async (db, { orderId }, actor) => {
    const own = staff(actor) ? undefined : eq(orderDetail.shopperId, actor.id)
    const [row] = await db
      .select()
      .from(orderDetail)
      .where(and(eq(orderDetail.orderId, orderId), own))
    return row ?? null
  },
  apply: (order, event, { orderId }, actor) => {
    if (event.data.orderId !== orderId) return order
    const isOthers = event.type === 'OrderPlaced' && event.data.shopperId !== actor.id && !staff(actor)
    return isOthers ? order : applyToOrderDetail(order, event)
  },
})
