import { v7 } from 'uuid'
import type { Sql } from '@/server/engine/database/postgres'
import { append } from '@/server/engine/log/log'
import type { OrderEvent } from '@/server/events/order'
import { eventDefinitions } from '@/server/events/registry'
import { ADDRESS, CONTACT, PAYMENT } from './order-input'

const SHOPPERS = 5000
const IN_A_TRANSACTION = 200
const MINUTES = 60 * 24 * 60
const SYSTEM = { kind: 'system', id: v7() }

/** Appends orders of two lines each as PlaceOrder does, personal data encrypted, for projections that are not there yet. */
export async function appendWaitingOrders(sql: Sql, count: number, onChunk: (orders: number) => void): Promise<void> {
  const shoppers = Array.from({ length: SHOPPERS }, () => v7())
  for (let start = 0; start < count; start += IN_A_TRANSACTION) {
    const facts = Array.from({ length: Math.min(IN_A_TRANSACTION, count - start) }, (_, n) =>
      placed(start + n, shoppers[(start + n) % SHOPPERS] as string),
    )
    await sql.begin((tx) => append(tx, eventDefinitions, facts, { actor: SYSTEM, commandId: v7() }))
    onChunk(facts.length)
  }
}

function placed(n: number, shopperId: string): OrderEvent {
  const orderId = v7()
  const lines = [lineOf(n % 500, 1), lineOf((n + 7) % 500, 2)]
  const total = lines.reduce((sum, { amount }) => sum + amount, 0)
  const at = new Date(Date.UTC(2026, 0, 1) + (n % MINUTES) * 60_000).toISOString()
  return {
    type: 'OrderPlaced',
    key: orderId,
    at,
    data: {
      orderId,
      number: `TM-${n}`,
      subject: shopperId,
      shopperId,
      guest: false,
      origin: 'shop',
      currency: 'GBP',
      country: 'GB',
      contact: CONTACT,
      address: ADDRESS,
      paymentId: v7(),
      paymentMethod: PAYMENT,
      lines,
      amounts: { lines: total, discount: 0, shipping: 0, tax: 0, total },
    },
  }
}

function lineOf(n: number, quantity: number) {
  const [productId, variantId] = [idOf(2 * n), idOf(2 * n + 1)]
  const words = { slug: `product-${n}`, sku: `SKU-${n}`, name: `Product ${n}`, label: '', picture: 'wrench' }
  return {
    productId,
    variantId,
    ...words,
    category: 'gear' as const,
    quantity,
    unitPrice: 500 + n,
    amount: quantity * (500 + n),
  }
}

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
