import { existsSync } from 'node:fs'
import postgres from 'postgres'
import { step } from './console'
import type { ShopDatabase } from './open-database'

/** Fills a database in which nothing has ever happened. */
export async function seedIfEmpty(database: ShopDatabase): Promise<void> {
  if (!existsSync('db/seed/seed-demo.ts') || !(await isEmpty(database.ownerUrl))) return
  const module = '@/db/seed/seed-demo'
  const { seedDemo } = await import(module)
  await step('Filling the shop with demo data', (tell) => seedDemo(database, tell))
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
