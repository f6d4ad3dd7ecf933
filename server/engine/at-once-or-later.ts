import { atMost } from './at-most'

export type AtOnceOptions = {
  act: (id: string) => Promise<unknown>
  /** Puts a job with retries into a queue. */
  later: (id: string) => void
  /** How long anybody waits for it. */
  ms?: number | undefined
  /** How long everything goes by way of the queue after something took longer. */
  restMs?: number | undefined
  onError: (error: Error) => void
}

/**
 * Does something at once where that takes a moment, and leaves it to a job where it does not or fails: most things then
 * cost no job, and whatever a hundred of them wait for holds up nobody. What was begun and takes longer goes on.
 */
export function atOnceOrLater({ act, later, ms = 2000, restMs = 5000, onError }: AtOnceOptions) {
  let restsUntil = 0

  return async (id: string): Promise<void> => {
    if (performance.now() < restsUntil) return later(id)
    const attempt = act(id).then(
      () => true,
      (error: Error) => {
        onError(error)
        return false
      },
    )
    const isDone = await atMost(ms, attempt)
    if (isDone) return
    if (isDone === undefined) restsUntil = performance.now() + restMs
    later(id)
  }
}
