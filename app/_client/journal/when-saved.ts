import { isOpen } from './journal'
import type { OwnWork } from './own-work'

/** Who wants to leave is not kept for what does not go out: no network, or nothing that the server can do with it. */
const PATIENCE_MS = 10_000

/** Resolves when everything has been answered, or will not be for a while. */
export function whenSaved(work: OwnWork): Promise<void> {
  return new Promise((resolve) => {
    const look = () => work.journal.some(isOpen) || end()
    const stop = work.subscribe(look)
    const timer = setTimeout(end, PATIENCE_MS)
    function end(): void {
      stop()
      clearTimeout(timer)
      resolve()
    }
    look()
  })
}
