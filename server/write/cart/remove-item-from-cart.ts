import { z } from 'zod'
import { shoppers } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import type { CartEvent } from '@/server/events/cart'
import { idInput } from '@/server/events/inputs'
import { lockCart, readCartLines } from './cart'

const input = z.object({ variantId: idInput })

type State = { isInCart: boolean }

export const removeItemFromCart = defineCommand({
  name: 'RemoveItemFromCart',
  input,
  permits: shoppers,
  load: async (tx, { variantId }, { actor }): Promise<State> => {
    await lockCart(tx, actor.id)
    const lines = await readCartLines(tx, actor.id)
    return { isInCart: lines.some((line) => line.variantId === variantId) }
  },
  // What another tab removed already is as gone as it was asked for: no refusal.
  decide: ({ isInCart }: State, { variantId }, { actor, at }) => {
    const event: CartEvent = { type: 'ItemRemovedFromCart', key: actor.id, at, data: { variantId } }
    return { events: isInCart ? [event] : [], result: {} }
  },
})
