import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startPostgres } from '../embedded'
import { enterableTempFolder } from '../embedded/enterable-copy'
import { serverUser } from '../embedded/server-user'

/** An empty folder among the temporary files that the PostgreSQL user may pass through. */
export function makeThrowAwayFolder(): string {
  const folder = mkdtempSync(join(enterableTempFolder(serverUser()), 'tidemark-test-'))
  chmodSync(folder, 0o711)
  return folder
}

/** Starts a new cluster that is deleted when it stops. */
export async function startThrowAwayPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataDir = makeThrowAwayFolder()
  const { url, stop } = await startPostgres({ dataDir, throwAway: true })
  return {
    url,
    stop: async () => {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
