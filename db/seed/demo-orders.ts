import { type ShopActor, SYSTEM } from '@/server/actor'
import type { Command } from '@/server/engine/commands/command'
import type { Dispatcher } from '@/server/engine/commands/dispatch'
import type { Fact } from '@/server/engine/log/event'
import { orderAmounts } from '@/server/events/amounts'
import { addItemToCart } from '@/server/write/cart/add-item-to-cart'
import { cancelOrder } from '@/server/write/order/cancel-order'
import { placeOrder } from '@/server/write/order/place-order'
import { recordPaymentAuthorised } from '@/server/write/order/record-payment-authorised'
import { refundOrder } from '@/server/write/order/refund-order'
import { shipOrder } from '@/server/write/order/ship-order'
import { demoId } from './demo-id'
import type { Person } from './people'
import type { PlannedLine, PlannedOrder } from './plan-orders'

const CARRIERS = ['Royal Mail', 'Parcelforce', 'Evri', 'DPD']

/** Lets an order happen: its cart, its payment and what became of it, by the commands that any order happens by. */
export async function letOrderHappen(
  { dispatch }: Dispatcher,
  order: PlannedOrder,
  buyer: { id: string; person: Person },
): Promise<void> {
  const orderId = demoId(`order/${order.name}`)
  const actor: ShopActor = { kind: 'customer', id: buyer.id }
  const act = async <Input, State, F extends Fact, Result>(
    command: Command<Input, State, F, Result>,
    at: Date,
    by: ShopActor,
    input: Input,
    part = '',
  ) => {
    const id = demoId(`${command.name}/${order.name}/${part}`)
    const reply = await dispatch(command, { id, input, actor: by, at: at.toISOString() })
    if (!reply.ok) throw new Error(`The demo's ${command.name} was refused: ${JSON.stringify(reply.rejection)}`)
  }

  const { placedAt, lines } = order
  for (const line of lines) {
    const input = { variantId: variantIdOf(line), quantity: line.quantity }
    await act(addItemToCart, minutesBefore(placedAt, 5), actor, input, line.sku)
  }
  const seen = lines.map((line) => ({
    variantId: variantIdOf(line),
    quantity: line.quantity,
    unitPrice: line.unitPrice,
  }))
  const { address, ...contact } = buyer.person
  const payment = { token: `test_approves_${orderId}`, brand: 'Visa', last4: '4242' }
  await act(placeOrder, placedAt, actor, { orderId, lines: seen, contact, address, payment })
  await act(recordPaymentAuthorised, placedAt, SYSTEM, { orderId, reference: `demo_${order.name}` })
  if (order.cancelledAt) await act(cancelOrder, order.cancelledAt, actor, { orderId, reason: 'Ordered by mistake' })
  if (order.shippedAt) await act(shipOrder, order.shippedAt, SYSTEM, { orderId, ...parcelOf(orderId) })
  if (order.refund) {
    const { at, share, reason } = order.refund
    const amount = Math.max(1, Math.floor(orderAmounts(seen).total * share))
    await act(refundOrder, at, SYSTEM, { orderId, refundId: demoId(`refund/${order.name}`), amount, reason })
  }
}

const variantIdOf = ({ sku }: Pick<PlannedLine, 'sku'>) => demoId(`variant/${sku}`)

function parcelOf(orderId: string) {
  const digits = BigInt(`0x${orderId.replaceAll('-', '').slice(0, 12)}`)
  const carrier = CARRIERS[Number(digits % BigInt(CARRIERS.length))] ?? 'Royal Mail'
  return { shipmentId: demoId(`shipment/${orderId}`), carrier, trackingNumber: `TM${digits % 10_000_000_000n}GB` }
}

const minutesBefore = (moment: Date, minutes: number) => new Date(moment.getTime() - minutes * 60_000)
