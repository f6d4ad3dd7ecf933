import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { findFreePort } from '@/db/embedded/free-port'
import { testSessionSecret } from '@/db/testing/provided'
import type { TestDatabase } from '@/db/testing/test-database'

export type RunningShop = { address: string; kills: () => number; stop: () => Promise<void> }

/** The built web over this database, and a worker whose life is short: killed at random, and started again. */
export async function runShop(database: TestDatabase): Promise<RunningShop> {
  const port = await findFreePort()
  const env = environment(database, port)
  const worker = startFragileWorker(env)
  await worker.wasUpToDate.catch(async (error) => {
    await worker.stop()
    throw error
  })
  const web = start('bin/web.mjs', env)
  const address = `http://127.0.0.1:${port}`
  await untilHealthy(address, web)
  worker.exposeToKills()
  return {
    address,
    kills: worker.kills,
    async stop() {
      await worker.stop()
      await end(web)
    },
  }
}

function startFragileWorker(env: NodeJS.ProcessEnv) {
  const stopping = new AbortController()
  let tellUpToDate = () => {}
  let failToStart = (_: Error) => {}
  const wasUpToDate = new Promise<void>((resolve, reject) => {
    tellUpToDate = resolve
    failToStart = reject
  })
  let kills = 0
  let isExposed = false

  async function liveAndDie(): Promise<void> {
    while (!stopping.signal.aborted) {
      const child = start('bin/worker.mjs', env)
      child.once('message', () => tellUpToDate())
      const isDead = once(child, 'exit')
      // Some die while they start, some while they work.
      const isDue = untilExposed().then(() => pause(between(1000, 5000), undefined, { signal: stopping.signal }))
      await Promise.race([isDead, isDue.catch(() => {})])
      child.kill('SIGKILL')
      await isDead
      failToStart(new Error('The worker has ended before it was up to date.'))
      if (!stopping.signal.aborted) kills += 1
      await pause(between(0, 800), undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  async function untilExposed(): Promise<void> {
    while (!isExposed) await pause(50, undefined, { signal: stopping.signal })
  }

  const life = liveAndDie()
  return {
    wasUpToDate,
    kills: () => kills,
    exposeToKills() {
      isExposed = true
    },
    async stop() {
      stopping.abort()
      await life
    },
  }
}

function environment(database: TestDatabase, port: number): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'production',
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATABASE_URL: database.adminUrl,
    ...(database.redisUrl ? { REDIS_URL: database.redisUrl } : {}),
    SESSION_SECRET: testSessionSecret,
    SHOP_DEMO: 'off',
    LOG_LEVEL: 'error',
    PORT: String(port),
  }
}

function start(entry: string, env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [entry], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
}

async function untilHealthy(address: string, web: ChildProcess): Promise<void> {
  for (;;) {
    if (web.exitCode !== null) throw new Error('The web has ended: is there a build? (npm run build)')
    const response = await fetch(`${address}/api/health`).catch(() => undefined)
    if (response?.ok) return
    await pause(100)
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const isDead = once(child, 'exit')
  child.kill('SIGTERM')
  await isDead
}

const between = (least: number, most: number) => least + Math.random() * (most - least)
