import fc from 'fast-check'
import type { OrderEvent } from '@/server/events/order'
import { CATEGORIES, type ProductWords } from '@/server/events/product'
import type { ShopEvent } from '@/server/events/registry'
import {
  ada,
  addedToCart,
  addressSaved,
  authorised,
  bea,
  cancelled,
  checkedOut,
  corrected,
  created,
  declined,
  delayed,
  discontinued,
  line,
  placed,
  priceChanged,
  refunded,
  registered,
  restocked,
  revised,
  shipped,
} from './testing'

type Placed = Extract<OrderEvent, { type: 'OrderPlaced' }>
type Step = { kind: (typeof KINDS)[number]; pick: number; size: number; shopper: number; minute: number }

const KINDS = [
  'create',
  'revise',
  'price',
  'restock',
  'correct',
  'discontinue',
  'order',
  'order',
  'order',
  'order',
  'import',
  'pay',
  'delay',
  'decline',
  'cancel',
  'ship',
  'refund',
  'loose-refund',
  'register',
  'address',
  'cart',
  'checkout',
] as const

/** Nine weeks around the night in which London's clocks go forward. */
const FIRST_MINUTE = Date.parse('2026-03-01T00:00:00.000Z') / 60_000
const MINUTES = 63 * 24 * 60

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  pick: fc.nat(1000),
  size: fc.integer({ min: 1, max: 3 }),
  shopper: fc.nat(2),
  minute: fc.nat(MINUTES),
})

/** What could have happened in a shop, transaction by transaction: in the order of the log, at times in no order at all. */
export const arbitraryHistory = fc.array(step, { minLength: 1, maxLength: 40 }).map(toHistory)

function toHistory(steps: readonly Step[]): ShopEvent[][] {
  const past: Past = { products: 0, orders: [], over: new Set(), paidBack: new Map(), refunds: 0 }
  return [[created(++past.products)], ...steps.map((one) => factsOf(one, past)).filter((facts) => facts.length > 0)]
}

type Past = {
  products: number
  orders: Placed[]
  over: Set<string>
  /** How much of an order went back by refunds, by its id. */
  paidBack: Map<string, number>
  refunds: number
}

function factsOf({ kind, pick, size, shopper, minute }: Step, past: Past): ShopEvent[] {
  const at = new Date((FIRST_MINUTE + minute) * 60_000).toISOString()
  const product = 1 + (pick % past.products)
  const shopperId = [ada.id, bea.id, null][shopper] ?? null
  const lines = Array.from({ length: size }, (_, i) => line(1 + ((pick + i) % past.products), 1 + i))
  const order = past.orders[pick % Math.max(1, past.orders.length)]
  const open = order && !past.over.has(order.key) ? order : undefined
  const number = (one: Placed) => Number(one.data.number.slice(3))
  const refund = (one: Placed, amount: number) => {
    past.paidBack.set(one.key, (past.paidBack.get(one.key) ?? 0) + amount)
    return refunded(number(one), amount, { refundId: refundId(++past.refunds), shopperId: one.data.shopperId }, at)
  }
  switch (kind) {
    case 'create':
      return [created(++past.products, {}, at)]
    case 'revise':
      return [revised(product, wordsOf(size, pick), at)]
    case 'price':
      return [priceChanged(product, 100 * (1 + size), at)]
    case 'restock':
      return [restocked(product, size, at)]
    case 'correct':
      return [corrected(product, pick % 2 === 0 ? size : -size, at)]
    case 'discontinue':
      return [discontinued(product, at)]
    case 'order':
    case 'import': {
      const origin = kind === 'import' ? 'history' : 'shop'
      const event = placed(past.orders.length + 1, { lines, shopperId, origin }, at)
      past.orders.push(event)
      if (origin === 'history') past.over.add(event.key)
      return origin === 'history' ? [event, authorised(number(event), at)] : [event]
    }
    case 'pay':
      return open ? [authorised(number(open), at)] : []
    case 'delay':
      return open ? [delayed(number(open), at)] : []
    case 'decline':
    case 'cancel': {
      if (!open) return []
      past.over.add(open.key)
      const paidBack = past.paidBack.get(open.key) ?? 0
      if (paidBack > 0) return [refund(open, open.data.amounts.total - paidBack), cancelled(open, at, 0)]
      return kind === 'cancel' ? [cancelled(open, at)] : [declined(number(open), at), cancelled(open, at)]
    }
    case 'ship':
      return open ? [shipped(number(open), at)] : []
    case 'refund':
      return open && 100 * size <= open.data.amounts.total - (past.paidBack.get(open.key) ?? 0)
        ? [refund(open, 100 * size)]
        : []
    case 'loose-refund':
      return [
        refunded(1, 100 * size, { refundId: refundId(++past.refunds), orderId: null, number: null, shopperId }, at),
      ]
    case 'register':
      return shopperId ? [registered(shopperId, `name-${pick}`, at)] : []
    case 'address':
      return shopperId ? [addressSaved(shopperId, at)] : []
    case 'cart':
      return [addedToCart(ada.id, product, size, at)]
    case 'checkout':
      return [checkedOut(ada.id, 1, at)]
  }
}

/** Another name, with it another department, or all that can be said anew. */
function wordsOf(size: number, pick: number): Partial<ProductWords> {
  const name = { name: `Gale lantern ${pick}` }
  if (size === 1) return name
  const category = { category: CATEGORIES[pick % CATEGORIES.length] ?? CATEGORIES[0] }
  return size === 2
    ? { ...name, ...category }
    : { ...name, ...category, description: `Its ${pick}th.`, picture: 'torch' }
}

const refundId = (n: number) => `00000000-0000-7000-9000-${String(n).padStart(12, '0')}`
