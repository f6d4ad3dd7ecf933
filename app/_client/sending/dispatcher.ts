import type { Optimistics } from '../commands/optimistic-command'
import { isOpen, markLost, markSent, nextBatch } from '../journal/journal'
import { createSetAside } from '../journal/set-aside'
import { createExchange, type ExchangeOptions } from './exchange'
import type { Network } from './network'
import type { Turn } from './turn'

export type DispatcherOptions = ExchangeOptions & { optimistics: Optimistics; network: Network; turn: Turn }

export type Dispatcher = {
  /** Sends what waits, unless a call is in flight, a pause is on, or there is no network. */
  wake: () => void
  /** The network is back: no reason to wait any longer. */
  retryNow: () => void
  /** Something came from another tab: to be sent from here if nobody else does. */
  lookAfter: () => void
  stop: () => void
  start: () => void
}

const MOST_IN_ONE_CALL = 100
/** After this the outcome is taken for unknown and asked for again; a reply that comes later still counts. */
const PATIENCE_MS = 20_000
const PAUSES_MS = [300, 700, 1500, 3000, 6000]
/** What another tab issued is its own to send; it is looked after in case that tab is gone. */
const LOOK_AFTER_MS = 2_000

/**
 * Carries the journal to the server: one call at a time, of all tabs, with everything that has no reply yet. A call that
 * fails says nothing about its commands, so they are sent again under the same ids, after pauses that grow.
 */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { work, optimistics, network, turn } = options
  const exchange = createExchange(options)
  const setAside = createSetAside(optimistics, wake)
  let failures = 0
  let pause: ReturnType<typeof setTimeout> | undefined
  let lookingAfter: ReturnType<typeof setTimeout> | undefined
  let isWoken = false
  let isStopped = false

  /** In a microtask, so that commands issued in one go leave in one call. */
  function wake(): void {
    if (isWoken) return
    isWoken = true
    queueMicrotask(() => takeTurn(false))
  }

  function takeTurn(ifFree: boolean): void {
    void turn(async () => {
      if (!ifFree) isWoken = false
      if (isStopped || pause || !network.isOnline()) return
      work.catchUp()
      await sendNext()
    }, ifFree)
  }

  function lookAfter(): void {
    lookingAfter ??= setTimeout(() => {
      lookingAfter = undefined
      if (isStopped || !work.journal.some(isOpen)) return
      takeTurn(true)
      lookAfter()
    }, LOOK_AFTER_MS)
  }

  async function sendNext(): Promise<void> {
    // After several calls without any answer, one at a time: it may be one of them that no call survives.
    const isAlone = failures > PAUSES_MS.length
    const batch = nextBatch(work.journal, isAlone ? 1 : MOST_IN_ONE_CALL, setAside.isHeld)
    if (!batch[0]) return
    work.change(markSent(work.journal, batch))
    const end = await Promise.race([exchange(batch), patience()])
    work.change(markLost(work.journal))
    if (end === 'answered') return goOn()
    if (end !== 'silent') setAside.blame(end.stuckAt)
    else if (isAlone) setAside.blame(batch[0])
    waitAndGoOn()
  }

  function goOn(): void {
    failures = 0
    wake()
  }

  function waitAndGoOn(): void {
    const ms = PAUSES_MS[Math.min(failures++, PAUSES_MS.length - 1)] ?? 0
    pause = setTimeout(endPause, ms * (0.75 + Math.random() / 2))
  }

  function endPause(): void {
    clearTimeout(pause)
    pause = undefined
    wake()
  }

  return {
    wake,
    lookAfter,
    retryNow() {
      setAside.releaseAll()
      endPause()
    },
    stop() {
      isStopped = true
      clearTimeout(pause)
      clearTimeout(lookingAfter)
      pause = lookingAfter = undefined
    },
    start() {
      isStopped = false
      wake()
    },
  }
}

function patience(): Promise<'silent'> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, 'silent'))
}
