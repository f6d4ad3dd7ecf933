import { parseWebEnv } from '@/server/config'
import { connect, type Sql } from '@/server/engine/database/postgres'
import { projections } from '@/server/read/registry'

/** How long somebody who comes too early is let wait before he is told to come again. */
const PATIENCE_MS = 3000
const LOOK_EVERY_MS = 100

/** PostgreSQL's words for a database that was not migrated to the end: no table, no schema, no right, no role. */
const NOT_MIGRATED = ['42P01', '3F000', '42501', '28P01', '28000']

let isOpen = false
let looking: Promise<boolean | null> | null = null

/**
 * Whether there is a read side to ask. Before its very first start no worker has made its checkpoints, and no page could
 * be answered. Waits a moment for it, all who ask together, and once it is there asks no more.
 */
export async function isShopOpen(): Promise<boolean> {
  if (isOpen) return true
  looking ??= look().finally(() => {
    looking = null
  })
  const isReadable = await looking
  isOpen ||= isReadable === true
  return isReadable !== false
}

async function look(): Promise<boolean | null> {
  const config = parseWebEnv(process.env)
  const sql = connect(config.queryDatabaseUrl, { name: 'tidemark-opening', max: 1 })
  const names = projections(config).map(({ name }) => name)
  try {
    return await untilReadable(sql, names)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Waits until it can be read, and answers whether it can; null where the database is out, which pages say better. */
export async function untilReadable(
  sql: Sql,
  names: readonly string[],
  patienceMs = PATIENCE_MS,
): Promise<boolean | null> {
  const deadline = performance.now() + patienceMs
  for (;;) {
    const isReadable = await hasCheckpoints(sql, names).catch((error) =>
      NOT_MIGRATED.includes(error?.code) ? false : null,
    )
    if (isReadable !== false || performance.now() > deadline) return isReadable
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

/** Of every read model, or of any that was ever brought forward: then a release adds others to a shop that is open. */
async function hasCheckpoints(sql: Sql, names: readonly string[]): Promise<boolean> {
  const [found] = await sql<{ isThere: boolean }[]>`
    select count(distinct split_part(name, '/', 1)) >= ${names.length} or coalesce(max(counter), 0) > 0 as "isThere"
    from read.checkpoint where split_part(name, '/', 1) = any(${names as string[]})`
  return found?.isThere ?? false
}
