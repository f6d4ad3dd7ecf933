/** Something that is started and ends some day: a child process, or the database. */
type Running = { exited: Promise<unknown>; stop: () => Promise<void> }

export type Service = {
  stop: () => Promise<void>
  /** How often it has ended unasked since it was last up for a while. */
  crashes: () => number
}

const longestPause = 30_000
const upForAWhile = 60_000

/** Keeps a thing running: started again whenever it ends, after a pause that doubles while it keeps ending at once. */
export function keepRunning(start: () => Promise<Running>, tell: (pause: number) => void, already?: Running): Service {
  const stopping = new AbortController()
  let running = already
  let crashes = 0

  const run = async () => {
    while (!stopping.signal.aborted) {
      const began = performance.now()
      try {
        running ??= await start()
        if (stopping.signal.aborted) await running.stop()
        await running.exited
      } catch {
        // It did not even start, which counts like an end.
      }
      running = undefined
      if (stopping.signal.aborted) return
      crashes = performance.now() - began > upForAWhile ? 1 : crashes + 1
      const pause = Math.min(500 * 2 ** (crashes - 1), longestPause)
      tell(pause)
      await wait(pause, stopping.signal)
    }
  }

  const ended = run()
  const stop = async () => {
    stopping.abort()
    await running?.stop()
    await ended
  }
  return { stop, crashes: () => crashes }
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
