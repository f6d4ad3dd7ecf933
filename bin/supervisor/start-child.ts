import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Environment } from '@/server/config/read-environment'
import { keepLog } from './child-log'
import { say } from './console'
import { spawnBound } from './spawn-bound'

const patience = 6_000

/** What is told between the supervisor and a child: the worker says once that it has caught up, the web is told to open. */
type Channel = { onMessage?: () => void; opens?: Promise<void> }

/** Starts `web` or `worker` as a process of its own, with a log of its own. */
export async function startChild(
  name: 'web' | 'worker',
  env: Environment,
  logDir: string,
  { onMessage = () => {}, opens }: Channel,
) {
  const child = spawnBound(`bin/${name}.mjs`, env)
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  child.once('message', onMessage)
  void opens?.then(() => child.connected && child.send('open'))
  keepLog(name, join(logDir, `${name}.log`), [child.stdout, child.stderr], say)
  return { exited, stop: () => stopChild(child, exited) }
}

async function stopChild(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.kill('SIGTERM')
  const kill = setTimeout(() => child.kill('SIGKILL'), patience)
  await exited
  clearTimeout(kill)
}
