import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from '@/db/embedded/free-port'
import type { Check, Count } from './check'
import { checks } from './checks'
import { countResults } from './count-results'
import { findChromium } from './find-chromium'
import { runCommand } from './run-command'

// The tests bring a database and a queue of their own, whatever shop this machine is set up for.
const ofAShop = [
  'DATABASE_URL',
  'READ_DATABASE_URL',
  'REDIS_URL',
  'SESSION_SECRET',
  'PORT',
  'HOST',
  'TIDEMARK_DATA_DIR',
]

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

const folder = mkdtempSync(join(tmpdir(), 'tidemark-reports-'))
const total: Count = { passed: 0, failed: 0 }
for (const check of checks(folder, chromiumOrNothing(), await findFreePort())) {
  const { passed, failed } = await run(check)
  total.passed += passed
  total.failed += failed
}
rmSync(folder, { recursive: true, force: true })
console.info(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0

async function run(check: Check): Promise<Count> {
  const began = performance.now()
  process.stdout.write(`${check.title} … `)
  let succeeded = true
  let output = ''
  for (const command of check.commands) {
    if (!succeeded) break
    const done = await runCommand(command, environment(check))
    succeeded = done.succeeded
    output += done.output
  }
  const count = countResults(check, succeeded)
  console.info(`${count.passed} passed, ${count.failed} failed (${((performance.now() - began) / 1000).toFixed(0)} s)`)
  if (count.failed > 0) console.info(`${output.trimEnd()}\n`)
  return count
}

function environment(check: Check): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0', ...check.env }
  for (const name of ofAShop) delete env[name]
  return env
}

// Without a browser the browser tests fail, and say why; everything else still has something to tell.
function chromiumOrNothing(): string {
  try {
    return findChromium()
  } catch (error) {
    console.error((error as Error).message)
    return ''
  }
}
