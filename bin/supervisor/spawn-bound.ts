import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Environment } from '@/server/config/read-environment'

const exitWithParent = fileURLToPath(new URL('./exit-with-parent.mjs', import.meta.url))

export type BoundProcess = ChildProcess & { stdout: Readable; stderr: Readable }

/** Starts a Node process that ends when this one does, however this one ends. */
export function spawnBound(args: string[], env: Environment): BoundProcess {
  return spawn(process.execPath, ['--import', exitWithParent, ...args], {
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C reaches the supervisor only, which stops its children in their order.
    detached: true,
  }) as BoundProcess
}
