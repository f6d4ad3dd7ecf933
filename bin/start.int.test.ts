import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { findFreePort } from '@/db/embedded/free-port'
import { findPostmaster } from '@/db/embedded/postmaster'
import { makeThrowAwayFolder } from '@/db/testing/throw-away-postgres'

/** `npm start`, as a person would start it: the real script, an empty shop, data in a folder of the test's own. */

const isRoot = process.getuid?.() === 0
const withBuild = 240_000

let dataDir: string
let port: number
beforeEach(async () => {
  dataDir = makeThrowAwayFolder()
  // Runs last: what a test starts is stopped before its folder goes.
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  port = await findFreePort()
})

type Shop = { process: ChildProcess; output: () => string; ended: Promise<number | null> }

function start(env: Record<string, string> = {}, nodeFlags: string[] = []): Shop {
  const child = spawn(process.execPath, [...nodeFlags, 'bin/start.mjs'], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TIDEMARK_DATA_DIR: dataDir,
      PORT: String(port),
      SHOP_DEMO: 'off',
      ...env,
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  return { process: child, output: () => output, ended }
}

async function refusal(env: Record<string, string> = {}, nodeFlags: string[] = []): Promise<string> {
  const shop = start(env, nodeFlags)
  expect(await shop.ended).toBe(1)
  return shop.output().trim().split('\n').at(-1) ?? ''
}

async function untilReady(shop: Shop): Promise<void> {
  const hasEnded = shop.ended.then((code) => {
    throw new Error(`ended with ${code}: ${shop.output()}`)
  })
  const saysSo = async () => {
    while (!shop.output().includes('is ready')) await once(shop.process.stdout ?? process.stdin, 'data')
  }
  await Promise.race([saysSo(), hasEnded])
}

describe('refuses in one sentence', () => {
  it('a Node that is too old', async () => {
    const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })`
    const flags = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`]
    expect(await refusal({}, flags)).toMatch(/^Node 18\.20\.4 is too old: install Node 20\.19 or newer/)
  })

  it('a busy port', async () => {
    const other = createServer()
    await once(other.listen(port, '127.0.0.1'), 'listening')
    onTestFinished(() => void other.close())
    expect(await refusal()).toBe(
      `Port ${port} is already in use: stop what listens there, or take another port with PORT=${port + 1} npm start.`,
    )
  })

  it('a database that cannot be reached', async () => {
    const env = { DATABASE_URL: `postgres://me:hunter2@127.0.0.1:${port}/shop`, SESSION_SECRET: 'x'.repeat(32) }
    const sentence = await refusal({ ...env, PORT: String(await findFreePort()) })
    expect(sentence).toMatch(
      /^DATABASE_URL: no PostgreSQL can be reached at 127\.0\.0\.1:\d+ \(ECONNREFUSED\): start it or/,
    )
    expect(sentence).not.toContain('hunter2')
  })

  it('a variable that makes no sense', async () => {
    expect(await refusal({ SHOP_TIME_ZONE: 'Mars/Olympus' })).toMatch(/^SHOP_TIME_ZONE is not a time zone: set it to/)
  })

  it('a data folder that is a file', async () => {
    expect(await refusal({ TIDEMARK_DATA_DIR: 'package.json' })).toMatch(
      /package\.json is not a folder: remove what stands there, or set TIDEMARK_DATA_DIR/,
    )
  })

  it.runIf(isRoot)('root, where the user of PostgreSQL cannot enter', async () => {
    const closed = join(dataDir, 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o700)
    expect(await refusal({ TIDEMARK_DATA_DIR: join(closed, '.data') })).toMatch(
      new RegExp(`^PostgreSQL does not run as root, .+ cannot enter ${closed}: move the checkout`),
    )
  })
})

/** What somebody is answered who asks for a page again and again, until the shop says that it is ready. */
async function answersUntilReady(shop: Shop): Promise<Response[]> {
  const answers: Response[] = []
  while (!shop.output().includes('is ready')) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null)
    if (answer) answers.push(answer)
    await new Promise((go) => setTimeout(go, 20))
  }
  return answers
}

describe('a shop that runs', () => {
  it('answers nobody with an error page from its first moment, stops cleanly, and starts again after it was killed', {
    timeout: withBuild,
  }, async () => {
    const killed = start()
    const [answers] = await Promise.all([answersUntilReady(killed), untilReady(killed)])
    // On a machine so slow that the worker is waited for no longer, everybody is told when to come again.
    const isProper = ({ status, headers }: Response) => status === 200 || (status === 503 && headers.has('retry-after'))
    expect(answers.filter((answer) => !isProper(answer)).map(({ status }) => status)).toEqual([])
    expect(await refusalOfSecond()).toBe(
      `Tidemark already runs in this folder, at http://localhost:${port} (process ${killed.process.pid}): use that one, or stop it with Ctrl-C or kill ${killed.process.pid}.`,
    )
    killed.process.kill('SIGKILL')
    await killed.ended

    const again = start()
    await untilReady(again)
    expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200)
    again.process.kill('SIGINT')
    expect(await again.ended).toBe(0)
    expect(findPostmaster(join(dataDir, 'postgres'))).toBeUndefined()
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
  })

  it('starts what crashed again', { timeout: withBuild }, async () => {
    const shop = start()
    await untilReady(shop)
    const server = findPostmaster(join(dataDir, 'postgres'))?.pid ?? Number.NaN
    process.kill(server, 'SIGQUIT')
    while ((findPostmaster(join(dataDir, 'postgres'))?.pid ?? server) === server)
      await new Promise((go) => setTimeout(go, 50))
    expect(shop.output()).toContain('postgres has ended: starting it again in 0.5 s')
    shop.process.kill('SIGTERM')
    expect(await shop.ended).toBe(0)
  })
})

async function refusalOfSecond(): Promise<string> {
  return refusal({ PORT: String(await findFreePort()) })
}
