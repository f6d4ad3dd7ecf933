import { setTimeout as sleep } from 'node:timers/promises'
import { HeldElsewhere, type Locks } from './locks'

/** Where another worker does it, or something failed. */
const TRY_AGAIN_MS = 15_000

export type OneOfAllOptions = {
  locks: Locks
  signal: AbortSignal
  onError: (error: Error, about: string) => void
}

/** Does in one worker of all what goes on until the signal. Where that one is gone, or failed, another one takes over. */
export async function inOneOfAll(options: OneOfAllOptions, name: string, work: () => Promise<void>): Promise<void> {
  const { locks, signal, onError } = options
  while (!signal.aborted) {
    await locks.holdWhile(name, work).catch((error: Error) => {
      if (!(error instanceof HeldElsewhere)) onError(error, name)
    })
    await restUntil(signal, TRY_AGAIN_MS)
  }
}

/** A pause that the signal ends, and that keeps no process alive. */
export async function restUntil(signal: AbortSignal, ms: number): Promise<void> {
  await sleep(ms, undefined, { signal, ref: false }).catch(() => {})
}
