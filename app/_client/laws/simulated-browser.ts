import type { Reply } from '@/server/engine/dispatch'
import type { Answer } from '@/server/engine/mark'
import { contains, isUndecided } from '../cover'
import { createGate } from '../gate'
import { type Entry, emptyJournal, isOpen, type Journal } from '../journal'
import { defineOptimistic, optimistics } from '../optimistic-command'
import type { Core } from './core'
import type { Request, SimulatedServer } from './simulated-server'

export const VIEWS = ['first', 'second']

const append = (rows: string[], _input: unknown, { id }: { id: string }): string[] => [...rows, id]
const note = defineOptimistic<{ isRefused: boolean }>({
  command: 'Note',
  patches: VIEWS.map((query) => ({ query, patch: append })),
})
const how = { optimistics: optimistics([note]), actorId: 'somebody' }

type Call = { batch: readonly Entry[]; replies: Reply[] | null; isCurrent: boolean }
type Asked = { view: string; request: Request; answer: Answer<unknown> | null }

/** A browser over a network that is late, loses and repeats: the real journal, gate and fold, without React. */
export function createBrowser(server: SimulatedServer, core: Core) {
  let journal: Journal = emptyJournal
  let tokens: string[] = []
  let issued = 0
  const doomed = new Set<string>()
  const refused = new Set<string>()
  const forgotten = new Set<string>()
  const cache = new Map<string, Answer<unknown>>()
  const gate = createGate({ get: (key) => cache.get(key), set: take }, () => journal, core.judge)
  const calls: Call[] = []
  const asked: Asked[] = []
  /** Every answer that ever reached a view, to see that none is older than the one before. */
  const taken: { view: string; before: Answer<unknown> | undefined; now: Answer<unknown> }[] = []

  function take(view: string, now: Answer<unknown>): void {
    taken.push({ view, before: cache.get(view), now })
    cache.set(view, now)
  }

  function change(next: Journal): void {
    journal = next
    gate.reconsider()
  }

  function requestFor(view: string, folds: boolean): Request {
    return { projection: view, tokens, open: journal.filter(isOpen).map(({ id }) => id), folds }
  }

  function settle({ batch, isCurrent }: Call, replies: readonly Reply[]): void {
    let next = journal
    for (const [index, reply] of replies.entries()) {
      const id = batch[index]?.id ?? ''
      if (!reply.ok) refused.add(id)
      if (reply.token) tokens = [...tokens, reply.token]
      next = core.receive(next, id, reply)
    }
    change(isCurrent ? core.markLost(next) : next)
  }

  const pick = <One>(from: readonly One[], nth: number): One | undefined => from[nth % Math.max(1, from.length)]
  const remove = <One>(from: One[], one: One): number => from.splice(from.indexOf(one), 1).length

  return {
    issue(isRefused: boolean): void {
      const id = `own-${issued++}`
      if (isRefused) doomed.add(id)
      change(core.issue(journal, { id, name: 'Note', input: { isRefused }, hint: undefined, at: '' }))
    },
    send(most: number): void {
      const batch = core.nextBatch(journal, most)
      if (batch.length === 0) return
      calls.push({ batch, replies: null, isCurrent: true })
      change(core.markSent(journal, batch))
    },
    /** The server carries a call out; it may fall over in the middle, and then answers nothing. */
    handle(nth: number, crashesAfter: number): void {
      const call = pick(
        calls.filter(({ replies }) => !replies),
        nth,
      )
      if (!call) return
      const part = call.batch.slice(0, crashesAfter)
      const replies = part.map(({ id, input }) => server.dispatch(id, (input as { isRefused: boolean }).isRefused))
      if (part.length === call.batch.length) call.replies = replies
    },
    receiveReplies(nth: number, isAgain: boolean): void {
      const call = pick(
        calls.filter(({ replies }) => replies),
        nth,
      )
      if (!call?.replies) return
      settle(call, call.replies)
      call.isCurrent = false
      if (!isAgain) remove(calls, call)
    },
    /** The browser gives up on the call in flight. What is still on its way may arrive at the server later. */
    loseCall(isDestroyed: boolean): void {
      const call = calls.find(({ isCurrent }) => isCurrent)
      if (!call) return
      call.isCurrent = false
      if (isDestroyed) remove(calls, call)
      change(core.markLost(journal))
    },
    ask(view: string, folds: boolean): void {
      asked.push({ view, request: requestFor(view, folds), answer: null })
    },
    answer(nth: number): void {
      const one = pick(
        asked.filter(({ answer }) => !answer),
        nth,
      )
      if (one) one.answer = server.read(one.request)
    },
    receiveAnswer(nth: number, isAgain: boolean): void {
      const one = pick(
        asked.filter(({ answer }) => answer),
        nth,
      )
      if (!one?.answer) return
      gate.admit(one.view, one.answer)
      if (!isAgain) remove(asked, one)
    },
    /** The view is left and entered again, with an answer that was rendered some time ago. */
    enterAgain(view: string, nth: number): void {
      const old = pick(
        asked.filter((one) => one.view === view && one.answer),
        nth,
      )
      const answer = old?.answer ?? server.read(requestFor(view, true))
      // What was asked before a command was issued and read after it was sent cannot be told apart: see `judge`.
      if (journal.some((entry) => isUndecided(answer, entry))) return
      // Committed work is remembered for longer than a rendered page is kept.
      if ([...forgotten].some((id) => !(answer.data as string[]).includes(id))) return
      cache.delete(view)
      gate.admit(view, answer)
    },
    forget(): void {
      const before = journal
      change(core.forget(journal, (entry) => [...cache.values()].every(({ mark }) => contains({ mark }, entry))))
      for (const { id } of before) if (!journal.some((entry) => entry.id === id)) forgotten.add(id)
    },

    shown: (view: string): string[] => {
      const answer = cache.get(view)
      if (!answer) return []
      const shown = core.visible(answer, { name: view, input: {} }, journal, how)
      return shown.data as string[]
    },
    confirmed: (view: string): string[] => (cache.get(view)?.data ?? []) as string[],
    issuedIds: (): string[] => Array.from({ length: issued }, (_, nth) => `own-${nth}`),
    refused: (id: string): boolean => refused.has(id),
    willBeRefused: (id: string): boolean => doomed.has(id),
    isQuiet: (): boolean => !journal.some(isOpen) && calls.length === 0 && asked.length === 0,
    taken,
    lacks: (view: string): boolean => {
      const answer = cache.get(view)
      return journal.some((entry) => !answer || !contains(answer, entry))
    },
  }
}

export type SimulatedBrowser = ReturnType<typeof createBrowser>
