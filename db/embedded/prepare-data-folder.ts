import { accessSync, chmodSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartRefusal } from '@/server/start-refusal'
import { findClosedFolder } from './closed-folder'
import type { ServerUser } from './server-user'

/** Makes the data folder, and refuses one that cannot be written, or that the PostgreSQL user could not enter. */
export function prepareDataFolder(dataDir: string, user: ServerUser): void {
  const isNew = !existsSync(dataDir)
  try {
    mkdirSync(join(dataDir, 'logs'), { recursive: true })
    accessSync(dataDir, constants.W_OK)
  } catch {
    throw new StartRefusal(
      `The data folder ${dataDir} cannot be written by this user: give it to them with chown, or set TIDEMARK_DATA_DIR to another folder.`,
    )
  }
  // Whatever the umask: the PostgreSQL user passes through, and sees nothing but its own cluster.
  if (isNew && user.uid !== undefined) chmodSync(dataDir, 0o711)
  const closed = findClosedFolder(dirname(join(dataDir, 'postgres')), user)
  if (closed === undefined) return
  throw new StartRefusal(
    `PostgreSQL does not run as root, and the system user that runs it instead cannot enter ${closed}: move the checkout out of that folder (for instance below /srv), start as an ordinary user, or set TIDEMARK_DATA_DIR to a folder that every user may enter.`,
  )
}
