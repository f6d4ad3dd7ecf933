import { spawnSync } from 'node:child_process'
import { StartRefusal } from '@/server/start-refusal'

/** Whom PostgreSQL runs as: ourselves (`{}`), or this system user because PostgreSQL refuses to be root. */
export type ServerUser = { uid?: number; gid?: number }

const name = 'postgres'

/** The user to run PostgreSQL as. Root gets the system user `postgres`, made if it is missing. */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return {}
  return lookUp() ?? create()
}

function lookUp(): ServerUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
  if (uid?.status !== 0 || gid?.status !== 0) return undefined
  return { uid: Number.parseInt(uid.stdout, 10), gid: Number.parseInt(gid.stdout, 10) }
}

function create(): ServerUser {
  const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', name])
  // Alpine and other busybox systems have adduser only.
  if (made.status !== 0) spawnSync('adduser', ['-S', '-D', '-H', name])
  const user = lookUp()
  if (user) return user
  throw new StartRefusal(
    `PostgreSQL does not run as root, and a system user "${name}" could not be made: make one with useradd, or start as an ordinary user.`,
  )
}
