import { join, resolve } from 'node:path'
import { makeDataFolder } from '@/db/embedded/prepare-data-folder'
import { parseSupervisorEnv } from '@/server/config'
import { StartRefusal } from '@/server/start-refusal'
import { buildIfOutdated } from './supervisor/build'

// `npm run build`: what `npm start` does when sources have changed. Needs no database.
const { currency, timeZone, dataDir } = parseSupervisorEnv(process.env)
const logDir = join(resolve(dataDir), 'logs')
try {
  makeDataFolder(resolve(dataDir))
  await buildIfOutdated([currency, timeZone], process.env, logDir)
} catch (error) {
  console.error(error instanceof StartRefusal ? error.message : error)
  process.exitCode = 1
}
