import type { Facts, Patch } from '@/app/_client/commands/optimistic-command'
import type { OrderEvent } from '@/server/events/order'
import { applyToOrderDetail, type OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { applyToOrderList, type OrderFilter, type OrderListView } from '@/server/read/order-history/order-list.view'

type EventsOf<Input, Hint> = (input: Input, facts: Facts<Hint>) => readonly OrderEvent[]

/** What the events of an order change wherever the order is shown: on its own page and in every list. */
export function orderPatches<Input extends { orderId: string }, Hint>(
  eventsOf: EventsOf<Input, Hint>,
): Patch<Input, Hint>[] {
  return [
    {
      query: 'findOrder',
      patch: (order: OrderDetailView | null, input, facts) =>
        order?.orderId === input.orderId ? eventsOf(input, facts).reduce(applyToOrderDetail, order) : order,
    },
    ...['listOrders', 'listOwnOrders'].map((query) => ({ query, patch: listPatch(eventsOf) })),
  ]
}

function listPatch<Input extends { orderId: string }, Hint>(eventsOf: EventsOf<Input, Hint>) {
  return (list: OrderListView, input: Input, facts: Facts<Hint>) =>
    list.orders.some(({ orderId }) => orderId === input.orderId)
      ? eventsOf(input, facts).reduce((view, event) => applyToOrderList(view, event, facts.asked as OrderFilter), list)
      : list
}
