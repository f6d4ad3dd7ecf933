import { isAlive } from '@/db/embedded/process-identity'
import { say } from './console'
import { findNpm } from './find-npm'

type Stop = () => Promise<unknown> | unknown

/** What must be undone before this process may end, last begun first. */
export class Farewell {
  readonly #stops: Stop[] = []
  readonly #leaving = new AbortController()
  #began = 0

  /** Aborted as soon as the end has begun. */
  get signal(): AbortSignal {
    return this.#leaving.signal
  }

  /** Adds what is to be stopped, before it is started: a signal may come at any moment. */
  add(stop: Stop): void {
    this.#stops.unshift(stop)
  }

  /** Stops everything and ends the process. */
  async leave(code: number): Promise<void> {
    if (this.signal.aborted) return
    this.#began = performance.now()
    this.#leaving.abort()
    for (const stop of this.#stops) await Promise.resolve(stop()).catch((error) => say(String(error)))
    process.exit(code)
  }

  /** Leaves on Ctrl-C, SIGTERM and a closed terminal, and when npm, which started us, is killed. */
  listen(): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.#onSignal())
    this.#leaveWithNpm()
  }

  #onSignal(): void {
    if (!this.signal.aborted) {
      say('\nStopping …')
      void this.leave(0)
    }
    // npm passes Ctrl-C on although the terminal sent it to us as well, so only a later one means impatience.
    else if (performance.now() - this.#began > 1_000) process.exit(1)
  }

  // A killed npm cannot pass anything on, and what it started would hold the port and the data folder.
  #leaveWithNpm(): void {
    const npm = findNpm()
    if (!npm) return
    setInterval(() => {
      if (!isAlive(npm)) void this.leave(0)
    }, 1_000).unref()
  }
}
