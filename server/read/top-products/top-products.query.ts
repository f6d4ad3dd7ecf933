import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { productSales, productSalesWindow, soldProduct } from '@/db/read/sales'
import { staff } from '@/server/actor'
import type { Db } from '@/server/engine/database/drizzle'
import { defineQuery } from '@/server/engine/queries/query'
import { dayRange } from '../day-range'
import { timeZoneOf } from '../time-zone'
import { type Revision, SALES_EVENTS, type SalesEvent } from './sales'
import { firstDayOf } from './sales-window'
import { applyToTopProducts, type TopProduct, type TopProductsView } from './top-products.view'

type Request = { from: string; to: string; limit: number }

/** What sold best between two days. */
export const listTopProducts = defineQuery<Request, TopProductsView, SalesEvent | Revision>({
  name: 'listTopProducts',
  projection: 'top-products',
  input: dayRange.safeExtend({ limit: z.int().min(1).max(100).default(10) }),
  handles: ['ProductRevised', ...SALES_EVENTS],
  permits: staff,
  read: async (db, request, _actor, standing) => {
    const { from, to } = request
    const [products, timeZone] = await Promise.all([readTop(db, request), timeZoneOf(standing)])
    return { from, to, timeZone, products }
  },
  apply: (view, event, { limit }) => applyToTopProducts(view, event, limit),
})

async function readTop(db: Db, request: Request): Promise<TopProduct[]> {
  if (request.from !== firstDayOf(request.to)) return readSums(db, request)
  const kept = await readWindow(db, request)
  // No such window is kept, or nothing was sold in it; then there is nothing to sum up either.
  return kept.length > 0 ? kept : readSums(db, request)
}

/** As text, because the dashboard asks this each time: building it took longer than answering it (docs/decisions/0011). */
function readWindow(db: Db, { to, limit }: Request): Promise<TopProduct[]> {
  return db.execute<TopProduct>(sql`
    select s.product_id as "productId", s.slug, s.name, s.picture, s.category, best.quantity, best.amount
    from (
      select product_id, quantity, amount from ${productSalesWindow}
      where last_day = ${to} order by amount desc, product_id limit ${limit}) best
    join ${soldProduct} s on s.product_id = best.product_id
    order by best.amount desc, best.product_id`)
}

function readSums(db: Db, { from, to, limit }: Request): Promise<TopProduct[]> {
  const best = db
    .select({
      productId: productSales.productId,
      quantity: sql<number>`sum(${productSales.quantity})`.mapWith(Number).as('quantity'),
      amount: sql<number>`sum(${productSales.amount})`.mapWith(Number).as('amount'),
    })
    .from(productSales)
    .where(sql`${productSales.day} between ${from} and ${to}`)
    .groupBy(productSales.productId)
    .orderBy(sql`amount desc`, productSales.productId)
    .limit(limit)
    .as('best')
  return db
    .select({ ...named, quantity: best.quantity, amount: best.amount })
    .from(best)
    .innerJoin(soldProduct, eq(soldProduct.productId, best.productId))
    .orderBy(sql`best.amount desc`, best.productId)
}

const { productId, slug, name, picture, category } = soldProduct
const named = { productId, slug, name, picture, category }
