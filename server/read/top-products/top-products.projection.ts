import { productSales, soldProduct } from '@/db/read/sales'
import type { Recorded } from '@/server/engine/log/event'
import { defineProjection } from '@/server/engine/projections/projection'
import { rowStore } from '@/server/engine/rows/row-store'
import { sumStore } from '@/server/engine/rows/sum-store'
import { type Creation, SALES_EVENTS, type SalesEvent, salesOf, toSoldProduct } from './sales'
import { salesAudit } from './sales-audit'
import { moveWindow, windowTable } from './sales-window'

const products = rowStore<typeof soldProduct, 'productId'>(soldProduct, ['productId'])
const sales = sumStore<typeof productSales, 'day' | 'productId'>(productSales, ['day', 'productId'])

export const topProductsProjection = ({ timeZone }: { timeZone: string }) =>
  defineProjection<Creation | SalesEvent>({
    name: 'top-products',
    version: 2,
    isRelaxed: true,
    settings: timeZone,
    handles: ['ProductCreated', ...SALES_EVENTS],
    tables: [products.name, sales.name, windowTable],
    audit: salesAudit(timeZone),
    apply: async (tx, events) => {
      const created = events.filter((event): event is Recorded<Creation> => event.type === 'ProductCreated')
      await products.save(tx, new Map(), new Map(created.map((event) => [event.key, toSoldProduct(event)])))
      const sold = events.flatMap((event) => (event.type === 'ProductCreated' ? [] : salesOf(event, timeZone)))
      if (sold.length === 0) return
      await sales.add(tx, sold)
      await moveWindow(tx, sold)
    },
  })
