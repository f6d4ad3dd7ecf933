import { v7 } from 'uuid'
import { createDispatcher } from '@/server/engine/commands/dispatch'
import { connect } from '@/server/engine/database/postgres'
import { eventDefinitions } from '@/server/events/registry'
import { placeOrder } from '@/server/write/order/place-order'
import { effects } from '@/server/write/registry'
import { type Figures, inFlight, numberOption, percentile, rounded, startBar } from './bench'
import { startBenchDatabase } from './bench-database'
import { type FilledCart, insertCarts, insertCatalogue } from './catalogue-rows'
import { ADDRESS, CONTACT, PAYMENT } from './order-input'
import { placeOrderAsPlainSql } from './plain-sql-order'

const IN_FLIGHT = 16
const ROUNDS = 10

/**
 * PlaceOrder through `dispatch`, and an order as plain SQL, in turns: what the ledger, the schemas, the pure decision, the
 * effects and the encryption cost, and what it saves that orders which come at once share a transaction
 * (docs/decisions/0040). The machine's moods hit both alike.
 */
export async function bench(args: string[]): Promise<Figures> {
  const orders = numberOption(args, 'orders', 20_000)
  const database = await startBenchDatabase()
  const owner = connect(database.ownerUrl, { name: 'bench-owner', max: 1 })
  const sql = connect(database.commandUrl, { name: 'bench-command', max: IN_FLIGHT })
  const variants = await insertCatalogue(owner, 1000)
  const carts = await insertCarts(owner, variants, orders * 2)
  await owner`analyze`
  const { dispatch } = createDispatcher({ sql, definitions: eventDefinitions, effects, onCommitted: () => {} })
  const byDispatch = async ({ shopperId, lines }: FilledCart) => {
    const input = { orderId: v7(), lines, contact: CONTACT, address: ADDRESS, payment: PAYMENT }
    const reply = await dispatch(placeOrder, { id: v7(), input, actor: { kind: 'guest', id: shopperId } })
    if (!reply.ok) throw new Error(`An order was refused: ${JSON.stringify(reply.rejection)}`)
  }
  const byPlainSql = (cart: FilledCart) => placeOrderAsPlainSql(sql, cart)

  const bar = startBar('placing orders both ways', orders * 2)
  const share = orders / ROUNDS
  const samples: number[] = []
  let dispatchMs = 0
  let plainMs = 0
  for (let round = 0; round < ROUNDS; round++) {
    const mine = carts.slice(2 * round * share, (2 * round + 1) * share)
    const plain = carts.slice((2 * round + 1) * share, (2 * round + 2) * share)
    dispatchMs += await timed(mine, byDispatch, samples)
    plainMs += await timed(plain, byPlainSql)
    bar.add(mine.length + plain.length)
  }
  bar.stop()
  await Promise.all([owner.end(), sql.end()])
  await database.stop()
  return {
    ordersPerSecond: Math.round(orders / (dispatchMs / 1000)),
    plainSqlPerSecond: Math.round(orders / (plainMs / 1000)),
    ratio: rounded(plainMs / dispatchMs),
    p50Ms: rounded(percentile(samples, 0.5)),
    p99Ms: rounded(percentile(samples, 0.99)),
  }
}

async function timed(carts: FilledCart[], place: (cart: FilledCart) => Promise<void>, samples: number[] = []) {
  const started = performance.now()
  await inFlight(carts.length, IN_FLIGHT, async (index) => {
    const cart = carts[index]
    if (!cart) return
    const begun = performance.now()
    await place(cart)
    samples.push(performance.now() - begun)
  })
  return performance.now() - started
}
