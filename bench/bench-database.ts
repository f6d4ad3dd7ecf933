import { rmSync } from 'node:fs'
import { startPostgres } from '@/db/embedded'
import { migrate, roleUrl } from '@/db/migrate'
import { makeThrowAwayFolder } from '@/db/testing/throw-away-postgres'

const SECRET = 'a secret for benchmarks and nothing else'

export type BenchDatabase = {
  ownerUrl: string
  commandUrl: string
  projectorUrl: string
  queryUrl: string
  sessionSecret: string
  stop: () => Promise<void>
}

/** A PostgreSQL of its own, as durable as a shop's (fsync on), with all tables and roles; gone when stopped. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const dataDir = makeThrowAwayFolder()
  const server = await startPostgres({ dataDir })
  await migrate(server.url, { sessionSecret: SECRET })
  return {
    ownerUrl: server.url,
    commandUrl: roleUrl(server.url, 'command', SECRET),
    projectorUrl: roleUrl(server.url, 'projector', SECRET),
    queryUrl: roleUrl(server.url, 'query', SECRET),
    sessionSecret: SECRET,
    stop: async () => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
