import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { startPostgres } from '@/db/embedded'
import { findPostmaster } from '@/db/embedded/postmaster'
import { migrate, roleUrl } from '@/db/migrate'
import { makeThrowAwayFolder } from '@/db/testing/throw-away-postgres'
import { startThrowAwayRedis } from '@/db/testing/throw-away-redis'

const SECRET = 'a secret of the servers that are killed'

export type Servers = Awaited<ReturnType<typeof startServers>>

/** A PostgreSQL as durable as a shop's and, where it is wanted, a Redis: both to be ended in the middle of things. */
export async function startServers({ withRedis }: { withRedis: boolean }) {
  const dataDir = makeThrowAwayFolder()
  let postgres = await startPostgres({ dataDir })
  const { url } = postgres
  await migrate(url, { sessionSecret: SECRET })
  let redis = withRedis ? await startThrowAwayRedis() : null
  return {
    dataDir,
    ownerUrl: url,
    sessionSecret: SECRET,
    commandUrl: roleUrl(url, 'command', SECRET),
    projectorUrl: roleUrl(url, 'projector', SECRET),
    redisUrl: redis?.url,
    /** Ends PostgreSQL, by turns in an orderly way and so that it has to recover, and starts it again. */
    async restartPostgres(isOrderly: boolean) {
      if (isOrderly) await postgres.stop()
      else {
        process.kill(findPostmaster(join(dataDir, 'postgres'))?.pid ?? 0, 'SIGQUIT')
        await postgres.exited
      }
      postgres = await startPostgres({ dataDir, port: postgres.port })
    },
    /** Redis comes back empty. */
    async restartRedis() {
      const port = redis?.port
      await redis?.kill()
      if (port) redis = await startThrowAwayRedis({ port })
    },
    async stop() {
      await redis?.stop()
      await postgres.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
