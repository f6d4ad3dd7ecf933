import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startPostgres } from '../embedded'
import { enterableTempFolder } from '../embedded/enterable-copy'
import { serverUser } from '../embedded/server-user'
import { sweepThrowAways } from './sweep-throw-aways'

const prefix = 'tidemark-test-'

/** An empty folder among the temporary files that the PostgreSQL user may pass through. */
export function makeThrowAwayFolder(): string {
  const folder = mkdtempSync(join(enterableTempFolder(serverUser()), prefix))
  chmodSync(folder, 0o711)
  return folder
}

/** Starts a new cluster that is deleted when it stops. */
export async function startThrowAwayPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  await sweepThrowAways(enterableTempFolder(serverUser()), prefix)
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
