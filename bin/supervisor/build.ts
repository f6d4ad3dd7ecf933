import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from '@/server/config/read-environment'
import { StartRefusal } from '@/server/start-refusal'
import { hasBuild, isBuildCurrent, keepStamp, takeStamp } from './build-stamp'
import { step } from './console'
import { withoutDatabase } from './role-environment'
import { spawnBound } from './spawn-bound'

/** Builds the web, unless the build was made from just these sources and settings. */
export async function buildIfOutdated(settings: string[], env: Environment, logDir: string, signal?: AbortSignal) {
  const stamp = takeStamp(settings)
  if (isBuildCurrent(stamp)) return
  await step('Building the web, once per change', () => build(withoutDatabase(env), logDir, signal))
  keepStamp(stamp)
}

async function build(env: Environment, logDir: string, signal?: AbortSignal): Promise<void> {
  const logFile = join(logDir, 'build.log')
  if ((await runNextBuild(env, logFile, signal)) === 0 && hasBuild()) return
  const end = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-30).join('\n')
  throw new StartRefusal(
    `${end}\n\nThe build failed: correct what is said above (all of it is in ${logFile}) and start again.`,
  )
}

function runNextBuild(env: Environment, logFile: string, signal?: AbortSignal): Promise<number | null> {
  const log = createWriteStream(logFile)
  const child = spawnBound('bin/supervisor/next-build.mjs', {
    ...env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  })
  signal?.addEventListener('abort', () => child.kill('SIGTERM'))
  child.stdout.pipe(log, { end: false })
  child.stderr.pipe(log, { end: false })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => log.end(() => resolve(code)))
  })
}
