import { join, resolve } from 'node:path'
import { migrate } from '@/db/migrate'
import { DEMO_ACCOUNTS } from '@/db/seed/demo-accounts'
import { parseSupervisorEnv } from '@/server/config'
import { StartRefusal } from '@/server/start-refusal'
import { buildIfOutdated } from './supervisor/build'
import { say, step } from './supervisor/console'
import { Farewell } from './supervisor/farewell'
import { takeLock } from './supervisor/lock'
import { openDatabase } from './supervisor/open-database'
import { requireFreePort } from './supervisor/require-free-port'
import { seedIfEmpty } from './supervisor/seed-if-empty'
import { startWorkerAndWeb } from './supervisor/start-worker-and-web'
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
  const config = parseSupervisorEnv(process.env)
  const { port, host } = config
  const dataDir = resolve(config.dataDir)
  const logDir = join(dataDir, 'logs')
  const address = `http://localhost:${port}`
  const env = { ...process.env, PORT: String(port), HOST: host, SHOP_DEMO: config.demo ? 'on' : 'off' }

  const lock = takeLock(dataDir, address)
  farewell.add(lock.release)
  // The web of a supervisor that was killed ends by itself, a moment later.
  await requireFreePort(port, host, lock.wasStale ? 6_000 : 0)

  const opening = openDatabase(config, say)
  farewell.add(() => opening.then((opened) => opened.close()).catch(() => {}))
  const database = await step(config.databaseUrl ? 'Reaching the database' : 'Starting PostgreSQL', () => opening)
  await step('Migrating', () => migrate(database.ownerUrl, { sessionSecret: database.sessionSecret }))
  if (config.demo) await seedIfEmpty(database)
  await buildIfOutdated([config.currency, config.timeZone], process.env, logDir, farewell.signal)
  const services = startWorkerAndWeb(database, env, dataDir, farewell)
  await step('Starting worker and web', () => untilHealthy(address, services, logDir))
  say(`\nTidemark is ready: ${address}`)
  if (config.demo) sayDemoSignIns()
  say('\nCtrl-C stops it.')
}

function sayDemoSignIns(): void {
  for (const { name, email, password, role } of Object.values(DEMO_ACCOUNTS))
    say(`  ${role === 'staff' ? 'merchant' : 'shopper '}  ${email}  ${password}  (${name})`)
}
