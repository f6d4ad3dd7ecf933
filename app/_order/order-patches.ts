import type { Facts, Patch } from '@/app/_client/commands/optimistic-command'
import type { OrderEvent } from '@/server/events/order'
import { applyToOrderDetail, type OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { applyToOrderList, type OrderFilter, type OrderListView } from '@/server/read/order-history/order-list.view'

type EventOf<Input, Hint> = (input: Input, facts: Facts<Hint>) => OrderEvent

/** What an event of an order changes wherever the order is shown: on its own page and in every list. */
export function orderPatches<Input extends { orderId: string }, Hint>(
  eventOf: EventOf<Input, Hint>,
): Patch<Input, Hint>[] {
  return [
    {
      query: 'findOrder',
      patch: (order: OrderDetailView | null, input, facts) =>
        order?.orderId === input.orderId ? applyToOrderDetail(order, eventOf(input, facts)) : order,
    },
    ...['listOrders', 'listOwnOrders'].map((query) => ({ query, patch: listPatch(eventOf) })),
  ]
}

function listPatch<Input extends { orderId: string }, Hint>(eventOf: EventOf<Input, Hint>) {
  return (list: OrderListView, input: Input, facts: Facts<Hint>) =>
    list.orders.some(({ orderId }) => orderId === input.orderId)
      ? applyToOrderList(list, eventOf(input, facts), facts.asked as OrderFilter)
      : list
}
