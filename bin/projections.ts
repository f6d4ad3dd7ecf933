import { parseShopEnv } from '@/server/config'
import type { Sql } from '@/server/engine/database/postgres'
import type { Projection } from '@/server/engine/projections/projection'
import { prepareProjections } from '@/server/engine/projector/projector'
import { policyReaders } from '@/server/policies/readers'
import { projections } from '@/server/read/registry'
import { StartRefusal } from '@/server/start-refusal'
import { stopSignal } from './import/stop-signal'
import { healPart } from './projections/heal-part'
import { openProjector, type ReadersDatabase } from './projections/open-projector'
import { type Order, parseArguments } from './projections/parse-arguments'
import { dropEach, rebuildEach, returnEach, steerEach } from './projections/rebuild-orders'
import { retryParked } from './projections/retry-parked'
import { tellAudit } from './projections/tell-audit'
import { tellParked } from './projections/tell-parked'
import { tellStatus } from './projections/tell-status'

type RebuildOrder = Extract<Order, { names: readonly string[] }>

// `npm run projections`: looks after the read tables, beside a shop that runs or does not.
const signal = stopSignal()

try {
  await run()
} catch (error) {
  console.error(error instanceof StartRefusal ? error.message : error)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const all = projections(parseShopEnv(process.env))
  const known = { projections: all.map(({ name }) => name), policies: policyReaders().map(({ name }) => name) }
  const order = parseArguments(process.argv.slice(2), known)
  const database = await openProjector(process.env)
  const { sql } = database
  try {
    await prepareProjections(sql, all)
    await carryOut(order, database, all)
  } finally {
    await database.close()
  }
}

async function carryOut(order: Order, database: ReadersDatabase, all: readonly Projection[]): Promise<void> {
  switch (order.verb) {
    case 'status':
      return tellStatus(database, all)
    case 'parked':
      return tellParked(database, all)
    case 'retry':
      if (!(await retryParked(database, all, order.one))) process.exitCode = 1
      return
    case 'audit':
      return tellAudit(database.sql)
    case 'heal':
      for (const projection of all.filter(({ name }) => name === order.name))
        if (!(await healPart(database.sql, projection, order.part))) process.exitCode = 1
      return
    default:
      await carryOutRebuild(
        order,
        database.sql,
        all.filter(({ name }) => order.names.includes(name)),
      )
  }
}

async function carryOutRebuild({ verb }: RebuildOrder, sql: Sql, wanted: readonly Projection[]): Promise<void> {
  switch (verb) {
    case 'rebuild':
      if (!(await rebuildEach(sql, wanted, signal))) process.exitCode = signal.aborted ? 130 : 1
      return
    case 'return':
      if (!(await returnEach(sql, wanted))) process.exitCode = 1
      return
    case 'drop':
      return dropEach(sql, wanted)
    default:
      if (!(await steerEach(sql, wanted, verb === 'resume' ? 'run' : verb))) process.exitCode = 1
  }
}
