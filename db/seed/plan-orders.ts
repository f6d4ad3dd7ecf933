import type { CatalogueProduct } from './catalogue/product'
import { createDice, type Dice } from './dice'

export type PlannedLine = { sku: string; quantity: number; unitPrice: number }
export type PlannedOrder = {
  name: string
  /** Which of the people orders. */
  person: number
  placedAt: Date
  lines: PlannedLine[]
  shippedAt: Date | null
  cancelledAt: Date | null
  refund: { at: Date; share: number; reason: string } | null
}

export const DEMO_DAYS = 182
const HOUR = 3_600_000
const DAY = 24 * HOUR
const REASONS = ['Arrived chipped', 'Changed their mind', 'Wrong size', 'Late for the birthday it was meant for']

/**
 * Half a year of orders that end at `now`: more at weekends, a little more every month, mostly small, a few refunds and
 * cancellations. The same for the same `now` to the day, whatever the machine.
 */
export function planOrders(catalogue: readonly CatalogueProduct[], people: number, now: Date): PlannedOrder[] {
  const dice = createDice(1872)
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate())
  const orders: PlannedOrder[] = []
  for (let day = DEMO_DAYS - 1; day >= 0; day--) {
    const midnight = today - day * DAY
    const count = ordersOn(midnight, day, dice)
    for (let index = 0; index < count; index++)
      orders.push(planOrder(`${day}/${index}`, midnight, catalogue, people, dice))
  }
  return orders.map((order) => asOf(now, order)).filter((order) => order.placedAt < now)
}

function ordersOn(midnight: number, daysAgo: number, dice: Dice): number {
  const weekday = new Date(midnight).getUTCDay()
  const weekend = weekday === 0 || weekday === 6 ? 2 : weekday === 5 ? 1 : 0
  const growth = Math.floor(((DEMO_DAYS - daysAgo) / DEMO_DAYS) * 4)
  return dice.between(2, 5) + weekend + growth
}

function planOrder(
  name: string,
  midnight: number,
  catalogue: readonly CatalogueProduct[],
  people: number,
  dice: Dice,
): PlannedOrder {
  // People shop between seven in the morning and eleven at night, most of them in the evening.
  const hour = Math.max(dice.between(7, 22), dice.between(7, 22))
  const placed = midnight + hour * HOUR + dice.between(0, 3599) * 1000
  const isCancelled = dice.chance(0.025)
  const shipped = placed + dice.between(16, 52) * HOUR
  const isRefunded = dice.chance(0.04)
  const refund = {
    at: new Date(shipped + dice.between(3, 12) * DAY),
    share: dice.pick([1, 1, 0.5]),
    reason: dice.pick(REASONS),
  }
  return {
    name,
    // The first of the people come back most often.
    person: Math.min(dice.between(0, people - 1), dice.between(0, people - 1)),
    placedAt: new Date(placed),
    lines: planLines(catalogue, dice, isCancelled),
    shippedAt: isCancelled ? null : new Date(shipped),
    cancelledAt: isCancelled ? new Date(placed + dice.between(1, 6) * HOUR) : null,
    refund: isRefunded && !isCancelled ? refund : null,
  }
}

/** A cancelled order holds its units only for a while, so it must not want what has sold out since. */
function planLines(catalogue: readonly CatalogueProduct[], dice: Dice, isCancelled: boolean): PlannedLine[] {
  const lines = new Map<string, PlannedLine>()
  const count = dice.pick([1, 1, 1, 2, 2, 3, 4])
  while (lines.size < count) {
    // Two draws, the lower one counts: every shop has things that sell.
    const index = Math.min(dice.between(0, catalogue.length - 1), dice.between(0, catalogue.length - 1))
    const product = catalogue[(index * 37) % catalogue.length]
    const variant = product && dice.pick(product.variants)
    if (!variant || (isCancelled && variant.stock === 0)) continue
    const quantity = variant.price < 1500 ? dice.between(1, 4) : 1
    lines.set(variant.sku, { sku: variant.sku, quantity, unitPrice: variant.price })
  }
  return [...lines.values()]
}

/** What has not happened yet has not happened: the last orders wait to be shipped. */
function asOf(now: Date, order: PlannedOrder): PlannedOrder {
  const { shippedAt, cancelledAt, refund } = order
  return {
    ...order,
    shippedAt: shippedAt && shippedAt < now ? shippedAt : null,
    cancelledAt: cancelledAt && cancelledAt < now ? cancelledAt : null,
    refund: refund && refund.at < now ? refund : null,
  }
}
