import { v7 } from 'uuid'
import { createTestDatabase } from '@/db/testing/test-database'
import { type ShopActor, SYSTEM } from '@/server/actor'
import type { Command } from '@/server/engine/commands/command'
import { createDispatcher } from '@/server/engine/commands/dispatch'
import { connect } from '@/server/engine/database/postgres'
import type { Fact } from '@/server/engine/log/event'
import { LOG_CHANNEL } from '@/server/engine/queue/wake-up'
import { eventDefinitions } from '@/server/events/registry'
import { addItemToCart } from './cart/add-item-to-cart'
import { placeOrder } from './order/place-order'
import { createProduct } from './product/create-product'
import { effects } from './registry'

export type TestShop = Awaited<ReturnType<typeof openTestShop>>
type Wanted = { variantId: string; quantity: number; unitPrice: number }

export const aGuest = (): ShopActor => ({ kind: 'guest', id: v7() })
export const aCustomer = (): ShopActor => ({ kind: 'customer', id: v7() })
export const aStaffMember = (): ShopActor => ({ kind: 'staff', id: v7() })

export const ada = { name: 'Ada Byron', email: 'ada@example.org' }
export const quay = {
  name: 'Ada Byron',
  line1: '1 Quay',
  line2: '',
  city: 'Whitby',
  postcode: 'YO21 1AA',
  country: 'GB',
}
export const approves = { token: 'test_approves_1', brand: 'Visa', last4: '4242' }

/** A shop over a database of its own, as the command role sees it; `connections` is how much happens at once. */
export async function openTestShop(connections = 8) {
  const database = await createTestDatabase()
  const sql = connect(database.commandUrl, { name: 'test-shop', max: connections })
  /** A process beside others: what it carries out in one transaction they do not. */
  const openProcess = () => {
    const { dispatch } = createDispatcher({
      sql,
      definitions: eventDefinitions,
      effects,
      channel: LOG_CHANNEL,
      onCommitted: () => {},
    })
    const send = <Input, State, F extends Fact, Result>(
      command: Command<Input, State, F, Result>,
      input: NoInfer<Input>,
      actor: ShopActor = SYSTEM,
      id = v7(),
    ) => dispatch(command, { id, input, actor })
    return { dispatch, send }
  }
  const { dispatch, send } = openProcess()

  /** Sends a command that the test takes for granted. */
  async function carryOut<Input, State, F extends Fact, Result>(
    command: Command<Input, State, F, Result>,
    input: NoInfer<Input>,
    actor: ShopActor = SYSTEM,
  ): Promise<Result> {
    const reply = await send(command, input, actor)
    if (!reply.ok) throw new Error(`${command.name} was refused: ${JSON.stringify(reply.rejection)}`)
    return reply.result
  }

  /** A product of one variant. */
  async function stockUp(stock: number, price = 1000) {
    const [productId, variantId] = [v7(), v7()]
    const sku = variantId.slice(-12)
    const variants = [{ variantId, sku, label: 'Blue', price, stock }]
    const product = { slug: `thing-${sku}`, name: 'A thing', description: 'It is a thing.', picture: 'thing' }
    await carryOut(createProduct, { ...product, productId, category: 'home', currency: 'GBP', variants })
    return { productId, variantId, unitPrice: price }
  }

  async function fillCart(shopper: ShopActor, lines: readonly Omit<Wanted, 'unitPrice'>[]) {
    for (const { variantId, quantity } of lines) await carryOut(addItemToCart, { variantId, quantity }, shopper)
  }

  const orderOf = (lines: readonly Wanted[], orderId = v7()) => ({
    orderId,
    lines: lines.map(({ variantId, quantity, unitPrice }) => ({ variantId, quantity, unitPrice })),
    contact: ada,
    address: quay,
    payment: approves,
  })

  /** Fills the cart and orders it. */
  async function order(shopper: ShopActor, lines: readonly Wanted[]): Promise<string> {
    await fillCart(shopper, lines)
    return (await carryOut(placeOrder, orderOf(lines), shopper)).orderId
  }

  async function inStock(variantId: string): Promise<number | undefined> {
    const [row] = await sql<{ onHand: number }[]>`
      select on_hand as "onHand" from write.stock where variant_id = ${variantId}`
    return row?.onHand
  }

  async function close() {
    await sql.end()
    await database.drop()
  }

  return { database, sql, openProcess, dispatch, send, carryOut, stockUp, fillCart, orderOf, order, inStock, close }
}
