import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { connect, type Sql } from '@/server/engine/database/postgres'
import { prepareProjections } from '@/server/engine/projector/projector'
import { askForRebuild } from '@/server/engine/rebuilding/rebuild-row'
import { workOffRebuilds } from '@/server/engine/rebuilding/work-off-rebuilds'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { projections } from '@/server/read/registry'
import { type Figures, numberOption, rounded, startBar } from './bench'
import { startBenchDatabase } from './bench-database'
import { insertOrderEvents } from './order-event-rows'
import { rebuildBySql } from './plain-sql-rebuild'

const TIME_ZONE = 'Europe/London'
const REBUILT = ['order-history', 'revenue']
const rebuilt = projections({ timeZone: TIME_ZONE }).filter(({ name }) => REBUILT.includes(name))
/** Only the rebuild, of the database at the address that follows. */
const APART = '--apart'
/** Node tidies up seldom where memory is plenty. What a rebuild needs is a third of this. */
const HEAP = '--max-old-space-size=160'

type Told = { seconds: number; peakRssMb: number }

/**
 * A log of a million order events is made into order history and revenue: by the engine, in a process of its own whose
 * memory is measured, and by one INSERT … SELECT a table. Both end with all indexes, and must hold the same rows.
 */
export async function bench(args: string[]): Promise<Figures> {
  const [url] = args.includes(APART) ? args.slice(args.indexOf(APART) + 1) : []
  if (url) return rebuildHere(url)
  const wanted = numberOption(args, 'events', 1_000_000)
  const database = await startBenchDatabase()
  const owner = connect(database.ownerUrl, { name: 'bench-owner', max: 2 })
  const projector = connect(database.projectorUrl, { name: 'bench-projector', max: 2 })
  await prepareProjections(projector, rebuilt)
  const bar = startBar('order events', wanted)
  const events = await insertOrderEvents(owner, wanted, bar.add)
  bar.stop()
  await owner`vacuum analyze write.event`
  const told = await rebuildApart(database.projectorUrl)
  const sqlSeconds = await rebuildBySql(owner, TIME_ZONE)
  await requireSame(owner)
  await Promise.all([owner.end(), projector.end()])
  await database.stop()
  const [ours, theirs] = [events / told.seconds, events / sqlSeconds]
  return {
    eventsPerSecond: Math.round(ours),
    sqlEventsPerSecond: Math.round(theirs),
    ratio: rounded(ours / theirs),
    peakRssMb: told.peakRssMb,
    events,
  }
}

/** In another process, with the heap that `npm run projections` has, so that its memory is its own. */
async function rebuildApart(projectorUrl: string): Promise<Told> {
  const words = [HEAP, '--import', 'tsx', 'bench/run.ts', 'rebuild', APART, projectorUrl]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const told = await text(child.stdout)
  return (JSON.parse(told) as { figures: Told }).figures
}

async function rebuildHere(projectorUrl: string): Promise<Told> {
  const settings = { synchronous_commit: 'off' }
  const sql = connect(projectorUrl, { name: 'bench-rebuild', max: 6, settings })
  const began = performance.now()
  for (const projection of rebuilt) await askForRebuild(sql, projection)
  await workOffRebuilds({ sql, definitions }, rebuilt)
  const seconds = (performance.now() - began) / 1000
  await sql.end()
  return { seconds, peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024) }
}

async function requireSame(sql: Sql): Promise<void> {
  for (const table of ['order_history', 'revenue_day', 'revenue_shopper', 'revenue_returning']) {
    const [found] = await sql<{ differing: number }[]>`
      select count(*) as differing from (
        (select * from ${sql.unsafe(`read.${table}`)} except select * from ${sql.unsafe(`bench.${table}`)}) union all
        (select * from ${sql.unsafe(`bench.${table}`)} except select * from ${sql.unsafe(`read.${table}`)})) d`
    if (found?.differing !== 0) throw new Error(`${found?.differing} rows of ${table} differ from those made by SQL.`)
  }
}
