import { z } from 'zod'
import { systemOnly } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import type { CartEvent, CartItem } from '@/server/events/cart'
import { idInput, MOST_OF_ONE_ITEM } from '@/server/events/inputs'
import { lockCart, readCartLines, readOfferedVariants } from './cart'

/** Sign-in issues it, and vouches that the guest and the customer are one person. */
const input = z.object({ guestId: idInput, customerId: idInput })

type State = { brought: { item: CartItem; quantity: number }[]; own: { variantId: string; quantity: number }[] }

export const mergeCart = defineCommand({
  name: 'MergeCart',
  input,
  permits: systemOnly,
  load: async (tx, { guestId, customerId }): Promise<State> => {
    if (guestId === customerId) return { brought: [], own: [] }
    for (const id of [guestId, customerId].sort()) await lockCart(tx, id)
    const lines = await readCartLines(tx, guestId)
    const ids = lines.map(({ variantId }) => variantId)
    const itemOf = new Map((await readOfferedVariants(tx, ids)).map(({ item }) => [item.variantId, item]))
    const brought = lines.flatMap(({ variantId, quantity }) => {
      const item = itemOf.get(variantId)
      return item ? [{ item, quantity }] : []
    })
    return { brought, own: await readCartLines(tx, customerId) }
  },
  decide: ({ brought, own }: State, { guestId, customerId }, { at }) => {
    const inCart = new Map(own.map(({ variantId, quantity }) => [variantId, quantity]))
    const lines = brought
      .map(({ item, quantity }) => ({ item, quantity: roomFor(quantity, inCart.get(item.variantId) ?? 0) }))
      .filter(({ quantity }) => quantity > 0)
    const merged: CartEvent = { type: 'CartMerged', key: customerId, at, data: { from: guestId, lines } }
    const handedOver: CartEvent = { type: 'CartHandedOver', key: guestId, at, data: { to: customerId } }
    const events = brought.length === 0 ? [] : lines.length === 0 ? [handedOver] : [merged, handedOver]
    return { events, result: { lines: lines.length } }
  },
})

const roomFor = (quantity: number, alreadyThere: number) => Math.min(quantity, MOST_OF_ONE_ITEM - alreadyThere)
