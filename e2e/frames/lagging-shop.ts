import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFreePort } from '@/db/embedded/free-port'
import { migrate, roleUrl } from '@/db/migrate'
import { seedDemo } from '@/db/seed/seed-demo'
import { makeThrowAwayFolder, startThrowAwayPostgres } from '@/db/testing/throw-away-postgres'

const SECRET = 'a secret for shops that lag, and for nothing else'

/** How far the read tables are behind; `stopped`: nothing is projected at all. */
export type Lag = number | 'stopped'

export type LaggingShop = {
  address: string
  port: number
  setLag: (lag: Lag) => void
  /** Ends the web as a crash would. It is started again at once. */
  crashWeb: () => Promise<void>
  stop: () => Promise<void>
}

/** The built shop with demo data on a database of its own, and with a worker that is as late as it is told to be. */
export async function startLaggingShop(): Promise<LaggingShop> {
  const postgres = await startThrowAwayPostgres()
  const folder = makeThrowAwayFolder()
  await migrate(postgres.url, { sessionSecret: SECRET })
  const database = { COMMAND_DATABASE_URL: roleUrl(postgres.url, 'command', SECRET), sessionSecret: SECRET }
  await seedDemo(database, () => {})
  const port = await findFreePort()
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    TIDEMARK_DATA_DIR: folder,
    SESSION_SECRET: SECRET,
    SHOP_DEMO: 'on',
    LOG_LEVEL: 'error',
    PORT: String(port),
    HOST: '127.0.0.1',
  } as const
  const worker = start(['--import', 'tsx', 'e2e/frames/lagging-worker.ts'], {
    ...env,
    ...database,
    PROJECTOR_DATABASE_URL: roleUrl(postgres.url, 'projector', SECRET),
  })
  const web = await startWeb({ ...env, DATABASE_URL: postgres.url }, port)
  await Promise.race([once(worker, 'message'), endOf(worker, 'The worker has ended before it was up to date.')])
  const stop = async () => {
    worker.kill('SIGKILL')
    await web.stop()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { address: `http://127.0.0.1:${port}`, port, setLag: (lag) => setLag(worker, lag), crashWeb: web.crash, stop }
}

function setLag(worker: ChildProcess, lag: Lag): void {
  worker.kill(lag === 'stopped' ? 'SIGSTOP' : 'SIGCONT')
  if (lag !== 'stopped' && worker.connected) worker.send(lag)
}

async function startWeb(env: NodeJS.ProcessEnv, port: number) {
  let isStopping = false
  let web = run()

  function run(): ChildProcess {
    const child = start(['bin/web.mjs'], env)
    child.once('exit', () => {
      if (!isStopping) web = run()
    })
    return child
  }

  await untilHealthy(port)
  return {
    async crash() {
      const isDead = once(web, 'exit')
      web.kill('SIGKILL')
      await isDead
    },
    async stop() {
      isStopping = true
      const isDead = once(web, 'exit')
      web.kill('SIGKILL')
      await isDead
    },
  }
}

function start(args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
}

async function endOf(child: ChildProcess, complaint: string): Promise<never> {
  await once(child, 'exit')
  throw new Error(complaint)
}

async function untilHealthy(port: number): Promise<void> {
  const deadline = performance.now() + 60_000
  while (performance.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined)
    if (answer?.ok) return
    await sleep(100)
  }
  throw new Error('The web did not become healthy within a minute: is there a build? (npm run build)')
}
