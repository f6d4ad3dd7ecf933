import { z } from 'zod'
import { shoppers } from '@/server/actor'
import { defineCommand } from '@/server/engine/command'
import type { CartEvent } from '@/server/events/cart'
import { quantityInput } from '@/server/events/inputs'
import { refuse } from '../rejections'
import { lineOf, lockCart, type OfferedVariant, readCartLines, readOfferedVariants } from './cart'

const input = z.object({ variantId: z.uuid(), quantity: quantityInput })

type State = { variant: OfferedVariant | undefined; inCart: number }

export const changeItemQuantity = defineCommand({
  name: 'ChangeItemQuantity',
  input,
  permits: shoppers,
  load: async (tx, { variantId }, { actor }): Promise<State> => {
    await lockCart(tx, actor.id)
    const [variant] = await readOfferedVariants(tx, [variantId])
    const line = (await readCartLines(tx, actor.id)).find((one) => one.variantId === variantId)
    return { variant, inCart: line?.quantity ?? 0 }
  },
  decide: ({ variant, inCart }: State, { variantId, quantity }, { actor, at }) => {
    if (!variant || inCart === 0) return refuse('ItemNotInCart', { variantId })
    const { item, onSale, inStock } = variant
    if (!onSale) return refuse('ProductDiscontinued', { lines: [lineOf(item)] })
    // Taking some back is always right, even where what stays is more than there is.
    const isMore = quantity > inCart
    if (isMore && quantity > inStock)
      return refuse('OutOfStock', { lines: [{ ...lineOf(item), wanted: quantity, inStock }] })
    const data = { variantId, quantity, unitPrice: item.unitPrice }
    const events: CartEvent[] = [{ type: 'ItemQuantityChanged', key: actor.id, at, data }]
    return { events, result: { quantity } }
  },
})
