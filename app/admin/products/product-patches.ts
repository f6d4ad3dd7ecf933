import { cataloguePatches } from '@/app/_catalogue/catalogue-patches'
import type { Facts, Patch } from '@/app/_client/commands/optimistic-command'
import type { ProductEvent } from '@/server/events/product'
import { applyToProductHistory, type ProductHistoryView } from '@/server/read/product-history/product-history.view'

/** What a merchant's change of a product does: to whatever shows the product, and to its history. */
export function productPatches<Input extends { productId: string }, Hint>(
  eventOf: (input: Input, facts: Facts<Hint>) => ProductEvent,
): Patch<Input, Hint>[] {
  return [
    ...cataloguePatches<Input, Hint>((input, facts) => [eventOf(input, facts)]),
    {
      query: 'listProductHistory',
      patch(history: ProductHistoryView, input, facts) {
        // Its place in the log is not known yet, only that it comes after all that is.
        const event = { ...eventOf(input, facts), position: Number.MAX_SAFE_INTEGER, actor: actorOf(facts) }
        return applyToProductHistory(history, event, (facts.asked as { productId: string }).productId)
      },
    },
  ]
}

function actorOf({ actorId }: Facts<unknown>): { kind: string; id: string } {
  return { kind: 'staff', id: actorId }
}
