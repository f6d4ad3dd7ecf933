import { productSalesWindow } from '@/db/read/sales'
import type { TransactionSql } from '@/server/engine/postgres'
import { sumStore } from '@/server/engine/sum-store'
import { addDays } from '../shop-day'
import type { Sale } from './sales'

/** The days that a dashboard looks back on. */
export const WINDOW_DAYS = 30

const windows = sumStore<typeof productSalesWindow, 'lastDay' | 'productId'>(productSalesWindow, [
  'lastDay',
  'productId',
])
export const windowTable = windows.name

export function firstDayOf(lastDay: string): string {
  return addDays(lastDay, 1 - WINDOW_DAYS)
}

/**
 * Keeps the sums of two windows, whose top ten are then ten rows of an index instead of a sum over all products: the one
 * that ends on the latest day with a sale, and the one after, which is asked for from midnight until the first order.
 * They are added to while that day stays the latest, and summed up anew once a day when another one is.
 */
export async function moveWindows(tx: TransactionSql, sales: readonly Sale[]): Promise<void> {
  const [stand] = await tx<{ latest: string | null; lastWindow: string | null }[]>`
    select (select max(day) from product_sales) as latest,
      (select max(last_day) from product_sales_window) as "lastWindow"`
  const wanted = stand?.latest ? [stand.latest, addDays(stand.latest, 1)] : []
  if (stand?.lastWindow === (wanted[1] ?? null))
    await windows.add(
      tx,
      wanted.flatMap((day) => salesIn(day, sales)),
    )
  else await sumUp(tx, wanted)
}

function salesIn(lastDay: string, sales: readonly Sale[]) {
  const firstDay = firstDayOf(lastDay)
  return sales
    .filter(({ day }) => day >= firstDay && day <= lastDay)
    .map(({ productId, quantity, amount }) => ({ lastDay, productId, quantity, amount }))
}

async function sumUp(tx: TransactionSql, lastDays: string[]): Promise<void> {
  await tx`delete from product_sales_window`
  await tx`
    insert into product_sales_window (last_day, product_id, quantity, amount)
    select last_day, product_id, sum(quantity), sum(amount)
    from unnest(${lastDays}::date[]) last_day
    join product_sales on day > last_day - ${WINDOW_DAYS}::int and day <= last_day
    group by last_day, product_id`
}
