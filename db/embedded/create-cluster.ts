import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type PostgresBinaries, runProgram } from './binaries'
import type { ServerUser } from './server-user'

/** Makes the cluster unless it stands already. A run that was cut off leaves nothing behind: the folder gets its name last. */
export async function createCluster(
  binaries: PostgresBinaries,
  cluster: string,
  user: ServerUser,
  { password, throwAway }: { password: string; throwAway: boolean },
): Promise<void> {
  if (existsSync(join(cluster, 'PG_VERSION'))) return
  const draft = join(dirname(cluster), 'postgres.new')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  giveTo(user, draft)
  const passwordFile = `${draft}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  giveTo(user, passwordFile)
  try {
    const args = [...initdbArguments(draft, passwordFile), ...(throwAway ? ['--no-sync'] : [])]
    const { code, output } = await runProgram(binaries, 'initdb', args, user, draft)
    if (code !== 0) throw new Error(`initdb failed: ${output}`)
    renameSync(draft, cluster)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function initdbArguments(folder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${folder}`,
    '--username=tidemark',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Built into the server, so that text sorts and folds alike on every machine, whatever locales it has.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
  ]
}

function giveTo({ uid, gid }: ServerUser, path: string): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}
