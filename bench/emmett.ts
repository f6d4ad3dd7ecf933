import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'

type Report = { projected: { batchSize: number; perSecond: number; neverDelivered: number }[] }

/** Emmett on the same server: the best of its batch sizes, and the events that none of them delivered. */
export async function measureEmmett(
  peer: string,
  ownerUrl: string,
  events: number,
): Promise<{ perSecond: number; skipped: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-peer-'))
  try {
    cpSync(peer, folder, { recursive: true })
    if (!existsSync(join(folder, 'node_modules'))) run('npm', ['install', '--no-audit', '--no-fund'], folder, {})
    const url = new URL(ownerUrl)
    url.pathname = '/emmett'
    const owner = postgres(ownerUrl, { max: 1 })
    await owner`create database emmett`
    await owner.end()
    const text = run(process.execPath, ['bench.mjs', String(events)], folder, { DATABASE_URL: url.href })
    const { projected } = JSON.parse(text.trim().split('\n').at(-1) ?? '') as Report
    return {
      perSecond: Math.max(...projected.map(({ perSecond }) => perSecond)),
      skipped: projected.reduce((sum, { neverDelivered }) => sum + neverDelivered, 0),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(program: string, args: string[], cwd: string, env: Record<string, string>): string {
  const done = spawnSync(program, args, { cwd, env: { ...process.env, ...env }, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${done.stderr}`)
  return done.stdout
}
