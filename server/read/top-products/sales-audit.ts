import { productSales } from '@/db/read/sales'
import { tableAudit } from '@/server/engine/audit/table'
import { type SalesEvent, salesOf } from './sales'

type Sold = { quantity: number; amount: number }

/**
 * A part is a day with all that was sold on it. Not audited: what a product is called, which is written once, and the
 * window, which is summed up from the days anew every day.
 */
export const salesAudit = (timeZone: string) =>
  tableAudit<typeof productSales, SalesEvent, Map<string, Sold>>({
    table: productSales,
    part: ['day'],
    evidence: 'log',
    partsOf: (event) => (isSale(event) ? salesOf(event, timeZone).map(({ day }) => day) : []),
    fold(day = new Map(), event) {
      for (const { productId, quantity, amount } of salesOf(event, timeZone)) {
        const before = day.get(productId) ?? { quantity: 0, amount: 0 }
        day.set(productId, { quantity: before.quantity + quantity, amount: before.amount + amount })
      }
      return day
    },
    rowsOf: (day, name) =>
      [...day].flatMap(([productId, { quantity, amount }]) =>
        quantity === 0 && amount === 0 ? [] : [{ day: name, productId, quantity, amount }],
      ),
  })

/** The projection takes in products' names as well, which no day is made of. */
const isSale = ({ type }: { type: string }) => type === 'OrderPlaced' || type === 'OrderCancelled'
