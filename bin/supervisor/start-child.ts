import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Environment } from '@/server/config/read-environment'
import { keepLog } from './child-log'
import { say } from './console'

const exitWithParent = fileURLToPath(new URL('./exit-with-parent.mjs', import.meta.url))
const patience = 6_000

/** Starts `web` or `worker` as a process of its own, with a log of its own. The worker sends a message when it has caught up. */
export async function startChild(name: 'web' | 'worker', env: Environment, logDir: string, onMessage = () => {}) {
  const child = spawn(process.execPath, ['--import', exitWithParent, `bin/${name}.mjs`], {
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C reaches the supervisor only, which stops its children in their order.
    detached: true,
  })
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  child.once('message', onMessage)
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null)
  keepLog(name, join(logDir, `${name}.log`), streams, say)
  return { exited, stop: () => stopChild(child, exited) }
}

async function stopChild(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.kill('SIGTERM')
  const kill = setTimeout(() => child.kill('SIGKILL'), patience)
  await exited
  clearTimeout(kill)
}
