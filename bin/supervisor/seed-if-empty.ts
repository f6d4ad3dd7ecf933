import postgres from 'postgres'
import { step } from './console'
import { noteFilled, noteFilling } from './half-filled'
import type { ShopDatabase } from './open-database'

/** Fills a database in which nothing has ever happened. */
export async function seedIfEmpty(database: ShopDatabase): Promise<void> {
  if (!(await isEmpty(database.ownerUrl))) return
  const { seedDemo } = await import('@/db/seed/seed-demo')
  await noteFilling(database.ownerUrl)
  await step('Filling the shop with demo data', (tell) => seedDemo(database, tell))
  await noteFilled(database.ownerUrl)
}

async function isEmpty(ownerUrl: string): Promise<boolean> {
  const sql = postgres(ownerUrl, { max: 1 })
  try {
    const [row] = await sql<{ empty: boolean }[]>`select not exists (select from write.event) as empty`
    return row?.empty ?? true
  } finally {
    await sql.end()
  }
}
