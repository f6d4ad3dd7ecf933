import { parseShopEnv } from '@/server/config'
import type { Sql } from '@/server/engine/postgres'
import type { Projection } from '@/server/engine/projection'
import { prepareProjections } from '@/server/engine/projector'
import { projections } from '@/server/read/registry'
import { StartRefusal } from '@/server/start-refusal'
import { stopSignal } from './import/stop-signal'
import { openProjector } from './projections/open-projector'
import { parseArguments } from './projections/parse-arguments'
import { rebuildWithBar } from './projections/rebuild-with-bar'
import { tellStatus } from './projections/tell-status'

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
  const names = all.map(({ name }) => name)
  const order = parseArguments(process.argv.slice(2), names)
  const { sql, close } = await openProjector(process.env)
  try {
    await prepareProjections(sql, all)
    if (order.verb === 'status') await tellStatus(sql, all)
    else
      await rebuildEach(
        sql,
        all.filter(({ name }) => order.names.includes(name)),
      )
  } finally {
    await close()
  }
}

async function rebuildEach(sql: Sql, wanted: readonly Projection[]): Promise<void> {
  for (const [index, projection] of wanted.entries()) {
    if (await rebuildWithBar(sql, projection, signal)) continue
    const rest = wanted.slice(index).map(({ name }) => name)
    console.error(
      `Stopped. Screens show the rows that stood there. To go on: npm run projections -- rebuild ${rest.join(' ')}`,
    )
    process.exitCode = 130
    return
  }
}
