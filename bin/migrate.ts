import { migrate } from '@/db/migrate'
import { parseDeployment } from '@/server/config'
import { StartRefusal } from '@/server/start-refusal'
import { step } from './supervisor/console'
import { openDatabase } from './supervisor/open-database'
import { seedIfEmpty } from './supervisor/seed-if-empty'

// `npm run migrate`: before web and workers of a new version start. With SHOP_DEMO=on it fills an empty shop, too. A
// log that was restored from a dump it finds out by itself; of a copy of the data folder it has to be told, by `--copy`.
try {
  const deployment = parseDeployment(process.env)
  if (!deployment.databaseUrl)
    throw new StartRefusal(
      'DATABASE_URL is missing: set it to the database to migrate; npm start migrates the embedded one.',
    )
  const database = await openDatabase(deployment)
  await step('Migrating', () =>
    migrate(database.ownerUrl, { sessionSecret: database.sessionSecret, isCopy: process.argv.includes('--copy') }),
  )
  if (deployment.demo) await seedIfEmpty(database)
} catch (error) {
  console.error(error instanceof StartRefusal ? error.message : error)
  process.exitCode = 1
}
