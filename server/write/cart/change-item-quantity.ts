import { z } from 'zod'
import { shoppers } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import type { CartEvent } from '@/server/events/cart'
import { idInput, quantityInput } from '@/server/events/inputs'
import { refuse } from '../rejections'
import { lineOf, lockCartLine, type OfferedVariant } from './cart'

const input = z.object({ variantId: idInput, quantity: quantityInput })

type State = { variant: OfferedVariant | undefined; inCart: number }

export const changeItemQuantity = defineCommand({
  name: 'ChangeItemQuantity',
  input,
  permits: shoppers,
  load: (tx, { variantId }, { actor }): Promise<State> => lockCartLine(tx, actor.id, variantId),
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
