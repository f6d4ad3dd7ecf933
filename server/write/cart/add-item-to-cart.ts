import { z } from 'zod'
import { shoppers } from '@/server/actor'
import { defineCommand, reject } from '@/server/engine/command'
import type { CartEvent } from '@/server/events/cart'
import { lockCart, MOST_OF_ONE_ITEM, type OfferedVariant, readCartLines, readOfferedVariants } from './cart'

const input = z.object({
  variantId: z.uuid(),
  quantity: z.int().min(1).max(MOST_OF_ONE_ITEM),
})

type State = { variant: OfferedVariant | undefined; alreadyInCart: number }

export const addItemToCart = defineCommand({
  name: 'AddItemToCart',
  input,
  permits: shoppers,
  load: async (tx, { variantId }, { actor, at }): Promise<State> => {
    await lockCart(tx, actor.id, at)
    const [variant] = await readOfferedVariants(tx, [variantId])
    const line = (await readCartLines(tx, actor.id)).find((one) => one.variantId === variantId)
    return { variant, alreadyInCart: line?.quantity ?? 0 }
  },
  decide: ({ variant, alreadyInCart }: State, { variantId, quantity }, { actor, at }) => {
    if (!variant) return reject('VariantNotFound', { variantId })
    const { item, onSale, inStock } = variant
    if (!onSale) return reject('ProductDiscontinued', { name: item.name })
    const wanted = alreadyInCart + quantity
    if (wanted > MOST_OF_ONE_ITEM) return reject('TooManyOfOneItem', { name: item.name, most: MOST_OF_ONE_ITEM })
    if (wanted > inStock)
      return reject('OutOfStock', { variantId, name: item.name, label: item.label, wanted, inStock })
    const event: CartEvent = { type: 'ItemAddedToCart', key: actor.id, at, data: { item, quantity } }
    return { events: [event], result: { quantity: wanted } }
  },
})
