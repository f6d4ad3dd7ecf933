import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { Environment } from '@/server/config/read-environment'

export type BoundProcess = ChildProcess & { stdout: Readable; stderr: Readable }

/** Starts a script that imports `exit-with-parent`: it ends when this process does, however this one ends. */
export function spawnBound(script: string, env: Environment): BoundProcess {
  return spawn(process.execPath, [script], {
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C reaches the supervisor only, which stops its children in their order.
    detached: true,
  }) as BoundProcess
}
