import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartRefusal } from '@/server/start-refusal'
import { findFreePort } from '../embedded/free-port'

export type ThrowAwayRedis = {
  url: string
  port: number
  stop: () => Promise<void>
  /** Ends it in the middle of whatever it does. It comes back empty, if somebody starts another one on its port. */
  kill: () => Promise<void>
}

/** Starts a Redis that keeps nothing, on a free port unless one is given. */
export async function startThrowAwayRedis(given: { port?: number; flags?: string[] } = {}): Promise<ThrowAwayRedis> {
  const program = findRedis() ?? installRedis()
  const port = given.port ?? (await findFreePort())
  const keepNothing = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction']
  const flags = ['--port', String(port), '--bind', '127.0.0.1', ...keepNothing, ...(given.flags ?? [])]
  const server = spawn(program, flags, { stdio: 'ignore' })
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const end = async (signal: NodeJS.Signals) => {
    server.kill(signal)
    await exited
  }
  while (!(await accepts(port))) {
    if (server.exitCode !== null) throw new Error(`${program} ended with code ${server.exitCode} before it listened`)
    await sleep(20)
  }
  return { url: `redis://127.0.0.1:${port}`, port, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

function findRedis(): string | undefined {
  return ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0)
}

function installRedis(): string {
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.warn('Redis is missing: installing redis-server with apt-get')
    const quietly = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
    spawnSync('apt-get', ['update', '-q'], quietly)
    spawnSync('apt-get', ['install', '-yq', '--no-install-recommends', 'redis-server'], quietly)
  }
  const found = findRedis()
  if (found) return found
  throw new StartRefusal(
    'These tests need a Redis server: install redis-server or valkey-server, so that it is on the PATH, and run them again.',
  )
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(socket.end() !== undefined))
    socket.once('error', () => resolve(false))
  })
}
