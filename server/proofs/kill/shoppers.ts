import { setTimeout as sleep } from 'node:timers/promises'
import { v7 } from 'uuid'
import { type ShopActor, SYSTEM } from '@/server/actor'
import type { Command } from '@/server/engine/commands/command'
import { createDispatcher } from '@/server/engine/commands/dispatch'
import type { Sql } from '@/server/engine/database/postgres'
import type { Fact } from '@/server/engine/log/event'
import { LOG_CHANNEL } from '@/server/engine/queue/wake-up'
import { eventDefinitions } from '@/server/events/registry'
import { addItemToCart } from '@/server/write/cart/add-item-to-cart'
import { placeOrder } from '@/server/write/order/place-order'
import { createProduct } from '@/server/write/product/create-product'
import { effects } from '@/server/write/registry'

const THINGS = 12
const STOCK = 1_000_000
const PRICE = 1000
const PAUSE_MS = 60
/** A machine that is busy gets the fewer orders. */
const REST = 4

const contact = { name: 'Ada Byron', email: 'ada@example.org' }
const address = { name: 'Ada Byron', line1: '1 Quay', line2: '', city: 'Whitby', postcode: 'YO21 1AA', country: 'GB' }

export type Order = { orderId: string; outcome: 'approves' | 'declines' | 'delays' }

/** Shoppers who order without end, and who send again what they have no answer to, under the same id, as a browser does. */
export async function startShoppers(sql: Sql, width: number, onCommitted: () => void) {
  const { dispatch } = createDispatcher({
    sql,
    definitions: eventDefinitions,
    effects,
    channel: LOG_CHANNEL,
    onCommitted,
  })

  async function carryOut<Input, State, F extends Fact, Result>(
    command: Command<Input, State, F, Result>,
    input: NoInfer<Input>,
    actor: ShopActor,
  ): Promise<Result> {
    const id = v7()
    for (;;) {
      const reply = await dispatch(command, { id, input, actor }).catch(() => null)
      if (reply?.ok) return reply.result
      if (reply) throw new Error(`${command.name} was refused: ${JSON.stringify(reply.rejection)}`)
      await sleep(50)
    }
  }

  const things = await Promise.all(
    Array.from({ length: THINGS }, async (_, n) => {
      const [productId, variantId] = [v7(), v7()]
      const variants = [{ variantId, sku: `THING-${n}`, label: 'Blue', price: PRICE, stock: STOCK }]
      const words = { slug: `thing-${n}`, name: `Thing ${n}`, description: 'It is a thing.', picture: 'thing' }
      await carryOut(createProduct, { ...words, productId, category: 'home', currency: 'GBP', variants }, SYSTEM)
      return variantId
    }),
  )

  async function order(outcome: Order['outcome']): Promise<Order> {
    const who: ShopActor = { kind: 'guest', id: v7() }
    const variantId = things[Math.floor(Math.random() * THINGS)] as string
    const quantity = 1 + Math.floor(Math.random() * 3)
    await carryOut(addItemToCart, { variantId, quantity }, who)
    const orderId = v7()
    const payment = { token: `test_${outcome}_${orderId}`, brand: 'Visa', last4: '4242' }
    await carryOut(
      placeOrder,
      { orderId, lines: [{ variantId, quantity, unitPrice: PRICE }], contact, address, payment },
      who,
    )
    return { orderId, outcome }
  }

  const orders: Order[] = []
  let isOver = false
  const shopping = Array.from({ length: width }, async (_, shopper) => {
    for (let n = shopper; !isOver; n++) {
      const began = performance.now()
      orders.push(await order(n % 10 === 9 ? 'declines' : n % 10 === 4 ? 'delays' : 'approves'))
      await sleep(Math.max(PAUSE_MS, REST * (performance.now() - began)) * (0.5 + Math.random()))
    }
  })
  return {
    orders: orders as readonly Order[],
    order,
    stockOfEach: STOCK,
    async stop() {
      isOver = true
      await Promise.all(shopping)
    },
  }
}
