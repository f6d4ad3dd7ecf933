import { z } from 'zod'
import { staff } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import { idInput } from '@/server/events/inputs'
import { PRODUCT_WORDS, type ProductEvent, type ProductWords } from '@/server/events/product'
import { refuse } from '../rejections'
import { lockProduct, type Product } from './product'
import { wordsInput } from './words-input'

/** Of what is to change: `from`, as it was seen by whoever changes it, and `to`, as it shall be. */
const input = z.object({
  productId: idInput,
  from: z.object({ name: z.string(), description: z.string(), category: z.string(), picture: z.string() }).partial(),
  to: wordsInput.partial(),
})

/** Two who revise different words do not hinder each other; of the same ones nobody replaces what he never saw. */
export const reviseProduct = defineCommand({
  name: 'ReviseProduct',
  input,
  permits: staff,
  load: (tx, { productId }) => lockProduct(tx, productId),
  decide: (product: Product | undefined, { productId, from: seen, to: wanted }, { at }) => {
    if (!product) return refuse('ProductNotFound', { productId })
    const { name } = product
    if (!product.onSale) return refuse('ProductAlreadyDiscontinued', { name })
    const changed = PRODUCT_WORDS.filter((word) => wanted[word] !== undefined && wanted[word] !== product[word])
    if (changed.length === 0) return refuse('ProductIsTheSame', { name })
    const unseen = changed.filter((word) => seen[word] !== product[word])
    if (unseen.length > 0) return refuse('ProductHasChanged', { name, now: only(product, unseen) })
    const data = { productId, name, from: only(product, changed), to: only(wanted, changed) }
    const events: ProductEvent[] = [{ type: 'ProductRevised', key: productId, at, data }]
    return { events, result: {} }
  },
})

type Word = keyof ProductWords

function only(words: Partial<ProductWords>, wanted: readonly Word[]): Partial<ProductWords> {
  return Object.fromEntries(wanted.map((word) => [word, words[word]]))
}
