import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { migrate } from '@/db/migrate'
import { parseAddress, parseDeployment, parseShopEnv } from '@/server/config'
import { StartRefusal } from '@/server/start-refusal'
import { build } from './supervisor/build'
import { isBuildCurrent, takeStamp } from './supervisor/build-stamp'
import { say, step } from './supervisor/console'
import { Farewell } from './supervisor/farewell'
import { takeLock } from './supervisor/lock'
import { openDatabase } from './supervisor/open-database'
import { requireFreePort } from './supervisor/require-free-port'
import { withoutDatabase } from './supervisor/role-environment'
import { seedIfEmpty } from './supervisor/seed-if-empty'
import { startServices } from './supervisor/services'
import { untilHealthy } from './supervisor/until-healthy'

const farewell = new Farewell()
farewell.listen()
try {
  await startShop()
} catch (error) {
  if (!farewell.signal.aborted) {
    console.error(error instanceof StartRefusal ? error.message : error)
    await farewell.leave(1)
  }
}

async function startShop(): Promise<void> {
  const deployment = parseDeployment(process.env)
  const { currency, timeZone } = parseShopEnv(process.env)
  const { port, host } = parseAddress(process.env)
  const dataDir = resolve(deployment.dataDir)
  const logDir = join(dataDir, 'logs')
  const address = `http://localhost:${port}`
  const env = { ...process.env, PORT: String(port), HOST: host, SHOP_DEMO: deployment.demo ? 'on' : 'off' }

  farewell.add(takeLock(dataDir, address))
  await requireFreePort(port, host)
  mkdirSync(logDir, { recursive: true })

  const opening = openDatabase(deployment, say)
  farewell.add(() => opening.then((opened) => opened.close()).catch(() => {}))
  const database = await step(deployment.databaseUrl ? 'Reaching the database' : 'Starting PostgreSQL', () => opening)
  await step('Migrating', () => migrate(database.ownerUrl, { sessionSecret: database.sessionSecret }))
  if (deployment.demo) await seedIfEmpty(database)
  await buildIfOutdated([currency, timeZone], logDir)
  const services = startServices(database, env, dataDir, farewell)
  await step('Starting worker and web', () => untilHealthy(address, services, logDir))
  say(`\nTidemark is ready: ${address}`)
  say('Ctrl-C stops it.')
}

async function buildIfOutdated(settings: string[], logDir: string): Promise<void> {
  const stamp = takeStamp(settings)
  if (isBuildCurrent(stamp)) return
  const env = withoutDatabase(process.env)
  await step('Building the web, once per change', () => build(stamp, env, logDir, farewell.signal))
}
