import { z } from 'zod'

/** The projections that can have partitions: each of their rows is made by the events of one key. */
export const PARTITIONED = ['cart', 'address-book', 'order-history', 'order-detail'] as const

/** More than this no shop of this kind has cores for. */
const MOST = 64

const advice = `is not a list of projections with numbers from 1 to ${MOST}: set it like order-history=4,order-detail=4 (also possible: cart, address-book), or leave it out to keep them as they are`

/** `order-history=4,order-detail=2`, as a map from names to counts. */
export const partitions = z.string().transform((text, context) => {
  const counts = new Map<string, number>()
  for (const part of text.split(',').filter((one) => one.trim() !== '')) {
    const [name = '', count = '', strange] = part.split('=').map((one) => one.trim())
    const isKnown = PARTITIONED.some((one) => one === name) && strange === undefined
    if (!isKnown || !/^\d+$/.test(count) || Number(count) < 1 || Number(count) > MOST) {
      context.addIssue({ code: 'custom', message: advice })
      return z.NEVER
    }
    counts.set(name, Number(count))
  }
  return counts
})
