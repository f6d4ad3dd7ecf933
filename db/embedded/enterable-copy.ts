import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartRefusal } from '@/server/start-refusal'
import type { PostgresBinaries } from './binaries'
import { findClosedFolder } from './closed-folder'
import type { ServerUser } from './server-user'

/** A folder for temporary files that the PostgreSQL user may enter too. */
export function enterableTempFolder(user: ServerUser): string {
  const found = [tmpdir(), '/tmp', '/var/tmp'].find((folder) => existsSync(folder) && !findClosedFolder(folder, user))
  if (found) return found
  throw new StartRefusal(
    `The system user that runs PostgreSQL cannot enter ${tmpdir()}: set TMPDIR to a folder that every user may enter.`,
  )
}

/**
 * The same binaries at a place that the PostgreSQL user can enter: where they are, or a copy among the temporary files,
 * made once per version. A checkout below a root-only folder is the reason.
 */
export function enterableBinaries(binaries: PostgresBinaries, user: ServerUser): PostgresBinaries {
  if (!findClosedFolder(join(binaries.folder, 'bin'), user) && !findClosedFolder(join(binaries.folder, 'lib'), user))
    return binaries
  const temp = enterableTempFolder(user)
  const folder = join(temp, `tidemark-postgres-${binaries.version}`)
  if (!isOurs(folder)) copyTo(folder, binaries.folder, temp)
  return { ...binaries, folder }
}

// The name is guessable, so a folder of that name made by somebody else is not trusted.
function isOurs(folder: string): boolean {
  if (!existsSync(folder)) return false
  const { uid, mode } = statSync(folder)
  if (uid === process.getuid?.() && (mode & 0o022) === 0) return true
  throw new StartRefusal(`${folder} belongs to another user: remove it, or set TMPDIR to another folder.`)
}

function copyTo(folder: string, from: string, temp: string): void {
  const draft = mkdtempSync(join(temp, 'tidemark-postgres-'))
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
  openUp(draft)
  try {
    renameSync(draft, folder)
  } catch (error) {
    // Another run was quicker: its copy is as good.
    rmSync(draft, { recursive: true })
    if (!isOurs(folder)) throw error
  }
}

function openUp(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openUp(path)
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o111 ? 0o755 : 0o644)
  }
}
