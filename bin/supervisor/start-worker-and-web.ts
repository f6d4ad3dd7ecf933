import { join } from 'node:path'
import { startPostgres } from '@/db/embedded'
import type { Environment } from '@/server/config/read-environment'
import { say } from './console'
import type { Farewell } from './farewell'
import { keepRunning, type Service } from './keep-running'
import type { ShopDatabase } from './open-database'
import { environmentFor } from './role-environment'
import { startChild } from './start-child'
import { untilCaughtUp } from './until-healthy'

/**
 * Keeps the database, if it is ours, the worker and the web running, and stops them in the opposite order. The web opens
 * when the worker has caught up, or has not after a while: until then there is nobody to ask, and nothing to show.
 */
export function startWorkerAndWeb(database: ShopDatabase, env: Environment, dataDir: string, farewell: Farewell) {
  const logDir = join(dataDir, 'logs')
  const add = (name: string, start: Parameters<typeof keepRunning>[0], already?: ShopDatabase['embedded']): Service => {
    const tell = (pause: number) =>
      say(`${name} has ended: starting it again in ${pause / 1000} s (see ${join(logDir, `${name}.log`)})`)
    const service = keepRunning(start, tell, already)
    farewell.add(service.stop)
    return service
  }
  const { embedded, sessionSecret } = database
  const childEnv = { ...env, SESSION_SECRET: sessionSecret }
  const workerEnv = environmentFor(['command', 'projector'], database, childEnv)
  const webEnv = environmentFor(['command', 'query'], database, childEnv)

  if (embedded) add('postgres', () => startPostgres({ dataDir, port: embedded.port }), embedded)
  let isCaughtUp = false
  const catchUp = () => {
    isCaughtUp = true
  }
  const worker = add('worker', () => startChild('worker', workerEnv, logDir, { onMessage: catchUp }))
  const opens = untilCaughtUp(() => isCaughtUp)
  const web = add('web', () => startChild('web', { ...webEnv, OPEN_WHEN_TOLD: 'yes' }, logDir, { opens }))
  return { worker, web }
}
