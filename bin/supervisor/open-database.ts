import { resolve } from 'node:path'
import { type EmbeddedPostgres, findRunningPostgres, startPostgres } from '@/db/embedded'
import type { Deployment } from '@/server/config'
import { discardIfHalfFilled, refuseIfHalfFilled } from './half-filled'
import { requireReachable } from './require-reachable'
import { type RoleAddresses, roleAddresses } from './role-environment'
import { keptSessionSecret } from './session-secret'

export type ShopDatabase = RoleAddresses & {
  ownerUrl: string
  sessionSecret: string
  /** Set where this process runs the embedded server. */
  embedded?: EmbeddedPostgres
  /** Stops the embedded server, if it is this process that runs it. */
  close: () => Promise<void>
}

/** Opens the database that the environment asks for: the given one, or the embedded one, started here. */
export async function openDatabase(deployment: Deployment, log?: (line: string) => void): Promise<ShopDatabase> {
  const { databaseUrl, readDatabaseUrl, sessionSecret } = deployment
  if (databaseUrl && sessionSecret) {
    await requireReachable('DATABASE_URL', databaseUrl)
    await refuseIfHalfFilled(databaseUrl)
    if (readDatabaseUrl) await requireReachable('READ_DATABASE_URL', readDatabaseUrl)
    return withRoles(databaseUrl, readDatabaseUrl, sessionSecret)
  }
  const dataDir = resolve(deployment.dataDir)
  const embedded = await startPostgres({ dataDir, log })
  await discardIfHalfFilled(embedded.url)
  return {
    ...withRoles(embedded.url, undefined, sessionSecret ?? keptSessionSecret(dataDir)),
    embedded,
    close: embedded.stop,
  }
}

/** For a command that works beside a running shop: uses the embedded server that runs, and starts it only if none does. */
export async function joinDatabase(deployment: Deployment): Promise<ShopDatabase> {
  const running = deployment.databaseUrl ? undefined : findRunningPostgres(deployment.dataDir)
  if (!running) return openDatabase(deployment)
  return withRoles(running, undefined, deployment.sessionSecret ?? keptSessionSecret(resolve(deployment.dataDir)))
}

function withRoles(ownerUrl: string, readUrl: string | undefined, sessionSecret: string): ShopDatabase {
  return { ownerUrl, sessionSecret, ...roleAddresses(ownerUrl, readUrl, sessionSecret), close: async () => {} }
}
