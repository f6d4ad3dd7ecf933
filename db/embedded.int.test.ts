import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type EmbeddedPostgres, findRunningPostgres, startPostgres } from './embedded'
import { makeThrowAwayFolder } from './testing/throw-away-postgres'

const isRoot = process.getuid?.() === 0

// One cluster for most tests, because making one takes a second; each test starts and stops it.
let dataDir: string
beforeAll(() => {
  dataDir = makeThrowAwayFolder()
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

async function start(folder = dataDir): Promise<EmbeddedPostgres> {
  const server = await startPostgres({ dataDir: folder, throwAway: true })
  onTestFinished(server.stop)
  return server
}

async function ask<Row>(url: string, question: string): Promise<Row[]> {
  const sql = postgres(url, { max: 1 })
  try {
    return await sql.unsafe<Row[] & postgres.Row[]>(question)
  } finally {
    await sql.end()
  }
}

/** Another process that starts the server and holds it. */
async function startElsewhere(): Promise<ChildProcess> {
  const script = `const { startPostgres } = await import('./db/embedded.ts')
    await startPostgres({ dataDir: process.env.FOLDER, throwAway: true })
    console.log('up'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    env: { ...process.env, FOLDER: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

describe('a data folder', () => {
  it('keeps its data, its port and its password from one start to the next', async () => {
    const first = await start()
    await ask(first.url, 'create table kept as select 7 as number')
    await first.stop()
    const second = await start()
    expect(second.url).toBe(first.url)
    expect(await ask(second.url, 'select number from kept')).toEqual([{ number: 7 }])
  })

  it('shows its password to its owner only', async () => {
    await start()
    expect(statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600)
  })

  it('is made again when making it was cut off', async () => {
    const folder = makeThrowAwayFolder()
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    mkdirSync(join(folder, 'postgres.new', 'base'), { recursive: true })
    const { url } = await start(folder)
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('starts although its pid file names a living process that is no PostgreSQL', async () => {
    const first = await start()
    await first.stop()
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${dataDir}/postgres\n`, { mode: 0o666 })
    const { url } = await start()
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('a server that another process runs', () => {
  it('is left alone while that process lives, and can be joined', async () => {
    const other = await startElsewhere()
    await expect(start()).rejects.toThrow(`is in use by process ${other.pid}: stop that one first`)
    expect(await ask(findRunningPostgres(dataDir) ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
    other.kill('SIGKILL')
    await once(other, 'exit')
    // Only so that nothing is left behind.
    await start()
  })

  it('is stopped and started again when that process was killed, with nothing lost that was committed', async () => {
    const other = await startElsewhere()
    await ask(findRunningPostgres(dataDir) ?? '', 'create table kept_too as select 7 as number')
    other.kill('SIGKILL')
    await once(other, 'exit')
    expect(findRunningPostgres(dataDir)).toBeUndefined()
    const { url } = await start()
    expect(await ask(url, 'select number from kept_too')).toEqual([{ number: 7 }])
  })
})

describe.runIf(isRoot)('for root', () => {
  it('runs as a user of its own', async () => {
    await start()
    expect(statSync(join(dataDir, 'postgres')).uid).not.toBe(0)
  })

  it('refuses a folder that this user cannot enter, and names the closed one above it', async () => {
    const closed = mkdtempSync(join(dataDir, 'closed-'))
    await expect(start(join(closed, 'shop', '.data'))).rejects.toThrow(`cannot enter ${closed}: move the checkout`)
  })
})
