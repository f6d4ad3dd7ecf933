import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartRefusal } from '@/server/start-refusal'
import { findFreePort } from '../embedded/free-port'

/** Starts a Redis that keeps nothing, on a free port. */
export async function startThrowAwayRedis(): Promise<{ url: string; stop: () => Promise<void> }> {
  const program = findRedis() ?? installRedis()
  const port = await findFreePort()
  const keepNothing = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction']
  const server = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', ...keepNothing], { stdio: 'ignore' })
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const stop = async () => {
    server.kill('SIGTERM')
    await exited
  }
  while (!(await accepts(port))) {
    if (server.exitCode !== null) throw new Error(`${program} ended with code ${server.exitCode} before it listened`)
    await sleep(20)
  }
  return { url: `redis://127.0.0.1:${port}`, stop }
}

function findRedis(): string | undefined {
  return ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0)
}

function installRedis(): string {
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.info('Redis is missing: installing redis-server with apt-get')
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
