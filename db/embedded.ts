import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { StartRefusal } from '@/server/start-refusal'
import { findPostgresBinaries, type PostgresBinaries, programOf } from './embedded/binaries'
import { createCluster } from './embedded/create-cluster'
import { enterableBinaries } from './embedded/enterable-copy'
import { findFreePort } from './embedded/free-port'
import { claimOwnership, findOwner, giveUpOwnership } from './embedded/owner-file'
import { findPostmaster, removeStalePidFile, stopPostmaster } from './embedded/postmaster'
import { makeDataFolder, requireEnterable } from './embedded/prepare-data-folder'
import { serverFlags } from './embedded/server-flags'
import { type ServerUser, serverUser } from './embedded/server-user'
import { readSettings, urlOf, writeSettings } from './embedded/settings-file'

type Options = {
  /** Holds the cluster, its password and port, and its log. */
  dataDir: string
  /** Preferred port; otherwise the one used last time, otherwise any free one. */
  port?: number
  /** For tests: quicker, because a crash of the machine may lose the data. */
  throwAway?: boolean
  log?: (line: string) => void
}

export type EmbeddedPostgres = {
  /** The shop's database, as superuser. */
  url: string
  port: number
  stop: () => Promise<void>
  /** Settles when the server has ended, asked or not. */
  exited: Promise<void>
}

/** Starts the PostgreSQL of a data folder, making its cluster first if need be, and owns it until `stop`. */
export async function startPostgres(options: Options): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  const cluster = join(dataDir, 'postgres')
  const user = serverUser()
  makeDataFolder(dataDir)
  requireEnterable(dataDir, user)
  const binaries = enterableBinaries(findPostgresBinaries(), user)
  await stopOrphan(dataDir, cluster, binaries, user, options.log)
  const settings = readSettings(dataDir)
  const throwAway = options.throwAway ?? false
  await createCluster(binaries, cluster, user, { password: settings.password, throwAway })
  settings.port = await findFreePort(options.port ?? settings.port)
  writeSettings(dataDir, settings)
  claimOwnership(dataDir)
  const exited = launch(binaries, cluster, user, settings.port, throwAway)
  const stop = async () => {
    if (findPostmaster(cluster)) await stopPostmaster(binaries, cluster, user)
    await exited
    giveUpOwnership(dataDir)
  }
  await untilReady(cluster, exited)
  await ensureDatabase(urlOf(settings))
  return { url: urlOf(settings), port: settings.port, stop, exited }
}

/** The address of the server that a living process runs on a data folder: a command beside a running shop uses it too. */
export function findRunningPostgres(dataDir: string): string | undefined {
  const folder = resolve(dataDir)
  const isRunning = findPostmaster(join(folder, 'postgres'))?.isReady && findOwner(folder)
  return isRunning ? urlOf(readSettings(folder)) : undefined
}

async function stopOrphan(
  dataDir: string,
  cluster: string,
  binaries: PostgresBinaries,
  user: ServerUser,
  log?: (line: string) => void,
) {
  if (findPostmaster(cluster)) {
    const owner = findOwner(dataDir)
    if (owner)
      throw new StartRefusal(
        `The data folder ${dataDir} is in use by process ${owner.pid}: stop that one first, or set TIDEMARK_DATA_DIR to another folder.`,
      )
    log?.('PostgreSQL of an earlier run is still there: stopping it')
    await stopPostmaster(binaries, cluster, user)
  }
  removeStalePidFile(cluster)
}

function launch(binaries: PostgresBinaries, cluster: string, user: ServerUser, port: number, throwAway: boolean) {
  const logFile = openSync(join(cluster, '..', 'logs', 'postgres.log'), 'a')
  const server = spawn(programOf(binaries, 'postgres'), serverFlags(cluster, port, throwAway), {
    ...user,
    cwd: cluster,
    stdio: ['ignore', logFile, logFile],
    // A process group of its own: Ctrl-C reaches the supervisor, which stops PostgreSQL after those who use it.
    detached: true,
  })
  closeSync(logFile)
  return new Promise<void>((resolve) => {
    server.once('exit', () => resolve())
    server.once('error', () => resolve())
  })
}

async function untilReady(cluster: string, exited: Promise<void>): Promise<void> {
  let hasExited = false
  void exited.then(() => {
    hasExited = true
  })
  while (!findPostmaster(cluster)?.isReady) {
    if (hasExited)
      throw new StartRefusal(
        `PostgreSQL did not start: the reason is at the end of ${join(cluster, '..', 'logs', 'postgres.log')}.`,
      )
    await sleep(20)
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const home = new URL(url)
  const name = home.pathname.slice(1)
  home.pathname = '/postgres'
  const sql = postgres(home.href, { max: 1, onnotice: () => {} })
  try {
    const found = await sql`select 1 from pg_database where datname = ${name}`
    if (found.length === 0) await sql`create database ${sql(name)}`
  } finally {
    await sql.end()
  }
}
