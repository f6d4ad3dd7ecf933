import { z } from 'zod'
import { systemOnly } from '@/server/actor'
import { defineCommand } from '@/server/engine/commands/command'
import { idInput } from '@/server/events/inputs'
import type { OrderEvent } from '@/server/events/order'
import { minorUnits } from '@/server/events/values'
import { refuse } from '../rejections'
import { type PastVariant, readPastVariants } from './past-variant'

const line = z.object({
  variantId: idInput,
  name: z.string(),
  quantity: z.int().positive(),
  unitPrice: minorUnits,
  /** Not always the product of the two: a history may have prices of less than a penny. */
  amount: minorUnits,
})

const input = z.object({
  orderId: idInput,
  number: z.string().min(1),
  /** Null where the history knows no customer. */
  shopperId: idInput.nullable(),
  country: z.string(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  lines: z.array(line).min(1),
})
type Input = z.output<typeof input>

type State = { isPlaced: boolean; variants: Map<string, PastVariant> }

/** An order of a history, paid in the past: no stock is taken, and no money. */
export const importOrder = defineCommand({
  name: 'ImportOrder',
  input,
  permits: systemOnly,
  load: async (tx, { orderId, lines }): Promise<State> => {
    const [placed, variants] = await Promise.all([
      tx.sql`select 1 from write.orders where id = ${orderId}`,
      readPastVariants(
        tx,
        lines.map(({ variantId }) => variantId),
      ),
    ])
    return { isPlaced: placed.length > 0, variants }
  },
  decide: ({ isPlaced, variants }: State, { lines, ...order }: Input, { at, commandId }) => {
    const { orderId, shopperId, number } = order
    if (isPlaced) return refuse('OrderAlreadyPlaced', { orderId })
    const unknown = lines.find(({ variantId }) => !variants.has(variantId))
    if (unknown) return refuse('VariantNotFound', { variantId: unknown.variantId })
    const total = lines.reduce((sum, { amount }) => sum + amount, 0)
    const placed: OrderEvent = {
      type: 'OrderPlaced',
      key: orderId,
      at,
      data: {
        ...order,
        subject: shopperId ?? orderId,
        guest: shopperId === null,
        origin: 'history',
        contact: null,
        address: null,
        paymentId: commandId,
        paymentMethod: null,
        lines: lines.flatMap((one) => {
          const variant = variants.get(one.variantId)
          return variant ? [{ ...variant, ...one }] : []
        }),
        amounts: { lines: total, discount: 0, shipping: 0, tax: 0, total },
      },
    }
    const data = { orderId, paymentId: commandId, amount: total, reference: number }
    const paid: OrderEvent = { type: 'PaymentAuthorised', key: orderId, at, data }
    return { events: [placed, paid], result: {} }
  },
})
