import type { Reply } from '@/server/engine/dispatch'
import { type Entry, isOpen, markLost, markSent, nextBatch, receive } from './journal'
import type { Network } from './network'
import type { OwnCookies } from './own-cookies'
import type { OwnWork } from './own-work'

/** The door for commands: answers them in their order, right after their commits. */
export type Send = (batch: { id: string; name: string; input: unknown }[]) => Promise<Reply[]>

export type DispatcherOptions = {
  work: OwnWork
  send: Send
  cookies: OwnCookies
  network: Network
  onReply: (entry: Entry, reply: Reply) => void
}

export type Dispatcher = {
  /** Sends what waits, unless a call is in flight, a pause is on, or there is no network. */
  wake: () => void
  /** The network is back: no reason to wait any longer. */
  retryNow: () => void
  stop: () => void
  start: () => void
}

const MOST_IN_ONE_CALL = 100
/** After this the outcome is taken for unknown and asked for again; a reply that comes later still counts. */
const PATIENCE_MS = 20_000
const PAUSES_MS = [300, 700, 1500, 3000, 6000]

/**
 * Carries the journal to the server: one call at a time with everything that has no reply yet. A call that fails says
 * nothing about its commands, so they are sent again under the same ids, after pauses that grow.
 */
export function createDispatcher({ work, send, cookies, network, onReply }: DispatcherOptions): Dispatcher {
  let failures = 0
  let pause: ReturnType<typeof setTimeout> | undefined
  let isWoken = false
  let isStopped = false

  /** In a microtask, so that commands issued in one go leave in one call. */
  function wake(): void {
    if (isWoken) return
    isWoken = true
    queueMicrotask(() => {
      isWoken = false
      if (!isStopped && !pause && network.isOnline()) sendNext()
    })
  }

  function sendNext(): void {
    const batch = nextBatch(work.journal, MOST_IN_ONE_CALL)
    if (batch.length === 0) return
    cookies.nameOpen(openIds(work))
    work.change(markSent(work.journal, batch))
    let isCurrent = true
    const end = (isWhole: boolean) => {
      if (!isCurrent) return
      isCurrent = false
      clearTimeout(deadline)
      work.change(markLost(work.journal))
      if (isWhole) goOn()
      else waitAndGoOn()
    }
    const deadline = setTimeout(() => end(false), PATIENCE_MS)
    call(batch).then(
      (replies) => {
        take(batch, replies)
        end(replies.length >= batch.length)
      },
      () => end(false),
    )
  }

  /** A door that throws before it answers a promise has failed as well. */
  async function call(batch: readonly Entry[]): Promise<Reply[]> {
    const replies = await send(batch.map(({ id, name, input }) => ({ id, name, input })))
    if (!Array.isArray(replies)) throw new Error('The door for commands answered nothing.')
    return replies
  }

  function take(batch: readonly Entry[], replies: readonly Reply[]): void {
    let journal = work.journal
    const news = batch.flatMap((entry, index) => {
      const reply = replies[index]
      if (!reply || !journal.some((one) => one.id === entry.id && isOpen(one))) return []
      if (reply.token) cookies.addToken(reply.token)
      journal = receive(journal, entry.id, reply)
      return [{ entry, reply }]
    })
    work.change(journal)
    for (const { entry, reply } of news) onReply(entry, reply)
    cookies.nameOpen(openIds(work))
  }

  function goOn(): void {
    failures = 0
    wake()
  }

  function waitAndGoOn(): void {
    const ms = PAUSES_MS[Math.min(failures++, PAUSES_MS.length - 1)] ?? 0
    pause = setTimeout(retryNow, ms * (0.75 + Math.random() / 2))
  }

  function retryNow(): void {
    clearTimeout(pause)
    pause = undefined
    wake()
  }

  return {
    wake,
    retryNow,
    stop() {
      isStopped = true
      clearTimeout(pause)
      pause = undefined
    },
    start() {
      isStopped = false
      wake()
    },
  }
}

function openIds({ journal }: OwnWork): string[] {
  return journal.filter(isOpen).map(({ id }) => id)
}
