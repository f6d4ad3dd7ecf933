import { productSalesWindow } from '@/db/read/sales'
import type { TransactionSql } from '@/server/engine/database/postgres'
import { sumStore } from '@/server/engine/rows/sum-store'
import { addDays } from '../shop-day'
import type { Sale } from './sales'

/** The days that a dashboard looks back on. */
const WINDOW_DAYS = 30

const window = sumStore<typeof productSalesWindow, 'lastDay' | 'productId'>(productSalesWindow, [
  'lastDay',
  'productId',
])
export const windowTable = window.name

export function firstDayOf(lastDay: string): string {
  return addDays(lastDay, 1 - WINDOW_DAYS)
}

/** The latest day with a sale, which is the window's last; null where nothing was sold. */
export async function lastDayIn(tx: TransactionSql): Promise<string | null> {
  const [sold] = await tx<{ latest: string | null }[]>`select max(day) as latest from product_sales`
  return sold?.latest ?? null
}

/**
 * Keeps the sums of the days that end on the latest one with a sale, so that the top ten of a dashboard are ten rows of
 * an index instead of a sum over all products. They are added to while that day stays the latest, and summed up anew,
 * once a day, when another one is.
 */
export async function moveWindow(tx: TransactionSql, sales: readonly Sale[]): Promise<void> {
  const [days] = await tx<{ latest: string | null; kept: string | null }[]>`
    select (select max(day) from product_sales) as latest, (select max(last_day) from product_sales_window) as kept`
  const latest = days?.latest ?? null
  if (latest !== (days?.kept ?? null)) await sumUp(tx, latest)
  else if (latest !== null) await window.add(tx, salesIn(latest, sales))
}

function salesIn(lastDay: string, sales: readonly Sale[]) {
  const firstDay = firstDayOf(lastDay)
  return sales
    .filter(({ day }) => day >= firstDay && day <= lastDay)
    .map(({ productId, quantity, amount }) => ({ lastDay, productId, quantity, amount }))
}

async function sumUp(tx: TransactionSql, lastDay: string | null): Promise<void> {
  await tx`delete from product_sales_window`
  if (lastDay === null) return
  await tx`
    insert into product_sales_window (last_day, product_id, quantity, amount)
    select ${lastDay}::date, product_id, sum(quantity), sum(amount)
    from product_sales where day between ${firstDayOf(lastDay)} and ${lastDay}
    group by product_id`
}
