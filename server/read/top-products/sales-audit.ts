import { productSales, productSalesWindow, soldProduct } from '@/db/read/sales'
import type { Audit } from '@/server/engine/projections/audit'
import { severalAudits } from '@/server/engine/projections/several-audits'
import { tableAudit } from '@/server/engine/rows/table-audit'
import {
  applyToSoldProduct,
  isNaming,
  type Naming,
  type Sale,
  type SalesEvent,
  type SoldProduct,
  salesOf,
} from './sales'
import { firstDayOf, lastDayIn } from './sales-window'

type Sold = Pick<Sale, 'quantity' | 'amount'>
/** What was sold, by day or by product. */
type Sums = Map<string, Sold>

/** Days with all that was sold on them, what sold products are called, and of each what is in the window. */
export const salesAudit = (timeZone: string): Audit =>
  severalAudits({ day: dayAudit(timeZone), product: nameAudit, window: windowAudit(timeZone) })

const dayAudit = (timeZone: string) =>
  tableAudit<typeof productSales, Naming | SalesEvent, Sums>({
    table: productSales,
    part: ['day'],
    evidence: 'log',
    partsOf: (event) => salesIn(event, timeZone).map(({ day }) => day),
    fold: (products = new Map(), event) => salesIn(event, timeZone).reduce(byProduct, products),
    rowsOf: (products, day) =>
      [...products].flatMap(([productId, sold]) => (isNothing(sold) ? [] : [{ day, productId, ...sold }])),
  })

const nameAudit = tableAudit<typeof soldProduct, Naming | SalesEvent, SoldProduct | null>({
  table: soldProduct,
  part: ['productId'],
  evidence: 'log',
  partsOf: (event) => (isNaming(event) ? [event.data.productId] : []),
  fold: (product = null, event) => (isNaming(event) ? applyToSoldProduct(product, event) : product),
  rowsOf: (product) => (product ? [product] : []),
})

/** Which days are in the window is said by the rows of days, of which every one is audited itself. */
const windowAudit = (timeZone: string) =>
  tableAudit<typeof productSalesWindow, Naming | SalesEvent, Sums, string | null>({
    table: productSalesWindow,
    part: ['productId'],
    evidence: 'log',
    partsOf: (event) => salesIn(event, timeZone).map(({ productId }) => productId),
    fold: (days = new Map(), event, part) =>
      salesIn(event, timeZone)
        .filter(({ productId }) => productId === part)
        .reduce(byDay, days),
    given: lastDayIn,
    rowsOf(days, productId, lastDay) {
      if (lastDay === null) return []
      const firstDay = firstDayOf(lastDay)
      const inside = [...days].filter(([day]) => day >= firstDay && day <= lastDay).map(([, sold]) => sold)
      const sold = inside.reduce(plus, NOTHING)
      return isNothing(sold) ? [] : [{ lastDay, productId, ...sold }]
    },
  })

const NOTHING: Sold = { quantity: 0, amount: 0 }

const plus = (a: Sold, b: Sold): Sold => ({ quantity: a.quantity + b.quantity, amount: a.amount + b.amount })

const isNothing = ({ quantity, amount }: Sold) => quantity === 0 && amount === 0

const byProduct = (sums: Sums, sale: Sale) => sums.set(sale.productId, plus(sums.get(sale.productId) ?? NOTHING, sale))
const byDay = (sums: Sums, sale: Sale) => sums.set(sale.day, plus(sums.get(sale.day) ?? NOTHING, sale))

/** What an event sold: the projection takes in products’ names as well. */
function salesIn(event: Naming | SalesEvent, timeZone: string): Sale[] {
  return isNaming(event) ? [] : salesOf(event, timeZone)
}
