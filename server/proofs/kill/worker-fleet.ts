import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
/** Inside node_modules, where the packages that it leaves outside are found. */
const BUNDLE = `${ROOT}/node_modules/.cache/tidemark/killed-worker-${process.pid}.mjs`

type Worker = { process: ChildProcess; isUp: boolean }

export type Fleet = {
  /** Ends one at random that is up to date, if another one is there to take over. Whatever dies is replaced at once. */
  killOne: () => Promise<boolean>
  untilUp: (count: number) => Promise<void>
  /** Workers that were up to date and ended although nobody had killed them. */
  diedByThemselves: () => number
  stop: () => Promise<void>
}

/** So many processes of the very worker that runs in production, made into one file so that a hundred start quickly. */
export async function startFleet(size: number, env: Record<string, string>): Promise<Fleet> {
  const entry = `${ROOT}/workers/main.ts`
  const options = { bundle: true, platform: 'node', format: 'esm', packages: 'external', target: 'node20' } as const
  await build({ ...options, entryPoints: [entry], outfile: BUNDLE, logLevel: 'error' })
  const workers = new Set<Worker>()
  const killed = new Set<Worker>()
  let isOver = false
  let died = 0

  function start(): void {
    const stdio = ['ignore', 'ignore', 'ignore', 'ipc'] as ['ignore', 'ignore', 'ignore', 'ipc']
    const child = spawn(process.execPath, [BUNDLE], { cwd: ROOT, env: { ...process.env, ...env }, stdio })
    const worker: Worker = { process: child, isUp: false }
    workers.add(worker)
    child.once('message', () => {
      worker.isUp = true
    })
    child.once('exit', () => {
      workers.delete(worker)
      if (isOver) return
      if (worker.isUp && !killed.has(worker)) died++
      // One that finds no database at its start ends, and is started again a little later, as a supervisor does.
      setTimeout(() => isOver || start(), worker.isUp ? 0 : 200)
    })
  }

  const living = () => [...workers].filter(({ isUp }) => isUp)
  for (let n = 0; n < size; n++) start()
  return {
    async killOne() {
      const candidates = living()
      const victim = candidates[Math.floor(Math.random() * candidates.length)]
      if (!victim || candidates.length < 2) return false
      killed.add(victim)
      const exited = once(victim.process, 'exit')
      victim.process.kill('SIGKILL')
      await exited
      return true
    },
    async untilUp(count) {
      while (living().length < count) await new Promise((resolve) => setTimeout(resolve, 20))
    },
    diedByThemselves: () => died,
    async stop() {
      isOver = true
      const exits = [...workers].map((worker) => once(worker.process, 'exit'))
      for (const worker of workers) worker.process.kill(worker.isUp ? 'SIGTERM' : 'SIGKILL')
      await Promise.all(exits)
      rmSync(BUNDLE, { force: true })
    },
  }
}
