import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefusal } from '@/server/start-refusal'
import { findClosedFolder } from './closed-folder'
import type { ServerUser } from './server-user'

/** Makes the data folder, with its logs, unless it stands; refuses one that cannot be written. */
export function makeDataFolder(dataDir: string): void {
  try {
    const isNew = mkdirSync(dataDir, { recursive: true }) !== undefined
    // Whatever the umask: the user that runs PostgreSQL for root passes through, and reads nothing but its cluster.
    if (isNew && process.getuid?.() === 0) chmodSync(dataDir, 0o711)
    mkdirSync(join(dataDir, 'logs'), { recursive: true })
    accessSync(dataDir, constants.W_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StartRefusal(
      code === 'EEXIST' || code === 'ENOTDIR'
        ? `${dataDir} is not a folder: remove what stands there, or set TIDEMARK_DATA_DIR to a folder.`
        : `The data folder ${dataDir} cannot be written by this user (${code}): give it to them with chown, or set TIDEMARK_DATA_DIR to another folder.`,
    )
  }
}

/** Refuses a data folder that the user who runs PostgreSQL could not enter. */
export function requireEnterable(dataDir: string, user: ServerUser): void {
  const closed = findClosedFolder(dataDir, user)
  if (closed === undefined) return
  throw new StartRefusal(
    `PostgreSQL does not run as root, and the system user that runs it instead cannot enter ${closed}: move the checkout out of that folder (for instance below /srv), start as an ordinary user, or set TIDEMARK_DATA_DIR to a folder that every user may enter.`,
  )
}
