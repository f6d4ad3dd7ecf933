import { productSales, soldProduct } from '@/db/read/sales'
import type { TransactionSql } from '@/server/engine/database/postgres'
import { defineProjection } from '@/server/engine/projections/projection'
import { rowStore } from '@/server/engine/rows/row-store'
import { sumStore } from '@/server/engine/rows/sum-store'
import {
  applyToSoldProduct,
  isNaming,
  NAMING_EVENTS,
  type Naming,
  SALES_EVENTS,
  type SalesEvent,
  salesOf,
} from './sales'
import { salesAudit } from './sales-audit'
import { moveWindow, windowTable } from './sales-window'

const products = rowStore<typeof soldProduct, 'productId'>(soldProduct, ['productId'])
const sales = sumStore<typeof productSales, 'day' | 'productId'>(productSales, ['day', 'productId'])

export const topProductsProjection = ({ timeZone }: { timeZone: string }) =>
  defineProjection<Naming | SalesEvent>({
    name: 'top-products',
    version: 3,
    isRelaxed: true,
    commutes: true,
    settings: timeZone,
    handles: [...NAMING_EVENTS, ...SALES_EVENTS],
    tables: [products.name, sales.name, windowTable],
    audit: salesAudit(timeZone),
    apply: async (tx, events) => {
      await name(
        tx,
        events.filter((event) => isNaming(event)),
      )
      const sold = events.flatMap((event) => (isNaming(event) ? [] : salesOf(event, timeZone)))
      if (sold.length === 0) return
      await sales.add(tx, sold)
      await moveWindow(tx, sold)
    },
  })

/** Only what is called another is looked up: a creation says all of it. */
async function name(tx: TransactionSql, events: readonly Naming[]): Promise<void> {
  const revised = events.filter(({ type }) => type === 'ProductRevised')
  const before = await products.load(
    tx,
    revised.map(({ data: { productId } }) => ({ productId })),
  )
  const after = new Map(before)
  for (const event of events) {
    const { productId } = event.data
    after.set(productId, applyToSoldProduct(after.get(productId) ?? null, event))
  }
  await products.save(tx, before, after)
}
