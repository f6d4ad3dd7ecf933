import { spawn } from 'node:child_process'
import { createWriteStream, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Environment } from '@/server/config/read-environment'
import { StartRefusal } from '@/server/start-refusal'
import { keepStamp } from './build-stamp'

/** Builds the web. Its output goes to a log, of which the end is shown when it fails. */
export async function build(stamp: string, env: Environment, logDir: string, signal: AbortSignal): Promise<void> {
  const logFile = join(logDir, 'build.log')
  const code = await runNextBuild(env, logFile, signal)
  if (code === 0) return keepStamp(stamp)
  const end = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-30).join('\n')
  throw new StartRefusal(
    `${end}\n\nThe build failed: correct what is said above (all of it is in ${logFile}) and start again.`,
  )
}

function runNextBuild(env: Environment, logFile: string, signal: AbortSignal): Promise<number | null> {
  const log = createWriteStream(logFile)
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'build'], {
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  })
  child.stdout.pipe(log)
  child.stderr.pipe(log)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => log.end(() => resolve(code)))
  })
}
