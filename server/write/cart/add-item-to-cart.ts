import { z } from 'zod'
import { shoppers } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import type { CartEvent } from '@/server/events/cart'
import { idInput, MOST_OF_ONE_ITEM, quantityInput } from '@/server/events/inputs'
import { refuse } from '../rejections'
import { lineOf, lockCartLine, type OfferedVariant } from './cart'

const input = z.object({ variantId: idInput, quantity: quantityInput })

type State = { variant: OfferedVariant | undefined; inCart: number }

export const addItemToCart = defineCommand({
  name: 'AddItemToCart',
  input,
  permits: shoppers,
  load: (tx, { variantId }, { actor }): Promise<State> => lockCartLine(tx, actor.id, variantId),
  decide: ({ variant, inCart }: State, { variantId, quantity }, { actor, at }) => {
    if (!variant) return refuse('VariantNotFound', { variantId })
    const { item, onSale, inStock } = variant
    if (!onSale) return refuse('ProductDiscontinued', { lines: [lineOf(item)] })
    const wanted = inCart + quantity
    if (wanted > MOST_OF_ONE_ITEM) return refuse('TooManyOfOneItem', { name: item.name, most: MOST_OF_ONE_ITEM })
    if (wanted > inStock) return refuse('OutOfStock', { lines: [{ ...lineOf(item), wanted, inStock }] })
    const event: CartEvent = { type: 'ItemAddedToCart', key: actor.id, at, data: { item, quantity } }
    return { events: [event], result: { quantity: wanted } }
  },
})
