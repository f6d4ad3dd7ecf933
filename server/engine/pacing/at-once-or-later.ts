import { setTimeout as sleep } from 'node:timers/promises'

/** Our own part may take some times as long, because we have much to do: no queue would make that quicker. */
const OWN_PART = 5

export type AtOnceOptions = {
  /** Says when it begins to wait for somebody else. */
  act: (id: string, onAsked: () => void) => Promise<unknown>
  /** Puts a job with retries into a queue. */
  later: (id: string) => void
  /** How long the other side may take. */
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
    const over = new AbortController()
    let onAsked = () => {}
    const asked = new Promise<void>((resolve) => {
      onAsked = resolve
    })
    const attempt = act(id, onAsked).then(
      () => 'done',
      (error: Error) => {
        onError(error)
        return 'failed'
      },
    )
    const outcome = await Promise.race([attempt, patience(asked, ms, over.signal)])
    over.abort()
    if (outcome === 'slow') restsUntil = performance.now() + restMs
    if (outcome !== 'done') later(id)
  }
}

async function patience(asked: Promise<void>, ms: number, signal: AbortSignal): Promise<string> {
  const wait = (time: number) => sleep(time, undefined, { signal }).catch(() => {})
  await Promise.race([asked, wait(ms * OWN_PART)])
  await wait(ms)
  return 'slow'
}
