import { z } from 'zod'
import { shoppers } from '@/server/actor'
import { type Asked, defineCommand, type WriteTx } from '@/server/engine/commands/command'
import { orderAmounts } from '@/server/events/amounts'
import type { CartEvent } from '@/server/events/cart'
import { addressInput, contactInput, idInput, paymentInput, priceInput, quantityInput } from '@/server/events/inputs'
import type { OrderEvent, OrderLine } from '@/server/events/order'
import { orderNumber } from '@/server/events/order-number'
import { refuse } from '../rejections'
import { afterOrders, type Checkout, type CheckoutLine, lockCheckout, lockCheckouts } from './checkout'
import { whyNotAsSeen } from './why-not-as-seen'

const input = z.object({
  orderId: idInput,
  /** The cart as the buyer saw it. */
  lines: z.array(z.object({ variantId: idInput, quantity: quantityInput, unitPrice: priceInput })).max(500),
  contact: contactInput,
  address: addressInput,
  payment: paymentInput,
})
type Input = z.output<typeof input>

/** Orders what is in the cart. The payment carries the id of the command: one command is one order and one charge. */
export const placeOrder = defineCommand({
  name: 'PlaceOrder',
  input,
  permits: shoppers,
  load: (tx, { orderId }, { actor }) => lockCheckout(tx, { shopperId: actor.id, orderId }),
  together: { about: ({ given }) => given.actor.id, load: lockAll, after: afterOrders },
  decide: ({ lines, isPlaced, isDone }: Checkout, order: Input, { actor, at, commandId }) => {
    const { orderId, contact, address, payment } = order
    const number = orderNumber(orderId)
    // Another tab was first: what it ordered is what was asked for here.
    if (isDone) return { events: [], result: { orderId, number } }
    if (isPlaced) return refuse('OrderAlreadyPlaced', { orderId })
    const changed = whyNotAsSeen(lines, order.lines)
    if (changed) return changed
    const placed: OrderEvent = {
      type: 'OrderPlaced',
      key: orderId,
      at,
      data: {
        orderId,
        number,
        subject: actor.id,
        shopperId: actor.id,
        guest: actor.kind === 'guest',
        origin: 'shop',
        currency: lines[0]?.currency ?? '',
        country: address.country,
        contact,
        address,
        paymentId: commandId,
        paymentMethod: payment,
        lines: lines.map(toOrderLine),
        amounts: orderAmounts(lines),
      },
    }
    const checkedOut: CartEvent = { type: 'CartCheckedOut', key: actor.id, at, data: { orderId } }
    return { events: [placed, checkedOut], result: { orderId, number } }
  },
})

function lockAll(tx: WriteTx, asked: readonly Asked<Input>[]): Promise<Checkout[]> {
  return lockCheckouts(
    tx,
    asked.map(({ input, given }) => ({ shopperId: given.actor.id, orderId: input.orderId })),
  )
}

function toOrderLine({ currency: _currency, onSale: _onSale, inStock: _inStock, ...line }: CheckoutLine): OrderLine {
  return { ...line, amount: line.quantity * line.unitPrice }
}
