import type { Answer } from '@/server/engine/log/mark'
import type { Entry, Journal } from '../journal/journal'
import { contains } from '../views/cover'
import { createGate } from '../views/gate'
import type { Core } from './core'
import { type Asked, pick, remove, type Shared } from './simulated-network'
import type { Request, SimulatedServer } from './simulated-server'

type ViewsOptions = {
  server: SimulatedServer
  shared: Shared
  core: Core
  journal: () => Journal
  isLive: () => boolean
  tell: (view: string, answer: Answer<unknown>) => void
}

/** A question as the cookies of the moment make it. */
export function requestFor({ tokens, open }: Shared, { namesOpen }: Core, view: string, folds: boolean): Request {
  return { projection: view, tokens: [...tokens], open: namesOpen ? [...open] : [], folds }
}

/** The answers of one page: those that it has, those that are on their way, and those that other tabs tell of. */
export function createViews({ server, shared, core, journal, isLive, tell }: ViewsOptions) {
  const cache = new Map<string, Answer<unknown>>()
  const gate = createGate({ get: (view) => cache.get(view), set: take }, journal, core.judge)
  const takenAt = new Map<string, number>()
  const asked: Asked[] = []
  const heard: { view: string; answer: Answer<unknown> }[] = []
  const guesses = new Set<string>()
  const forgotten = new Set<string>()
  /** Every answer that ever reached a view, to see that none is older than the one before. */
  const taken: { view: string; before: Answer<unknown> | undefined; now: Answer<unknown> }[] = []
  let isHearsay = false

  function take(view: string, now: Answer<unknown>): void {
    taken.push({ view, before: cache.get(view), now })
    cache.set(view, now)
    takenAt.set(view, shared.now())
    if (!isHearsay) tell(view, now)
  }

  function admit(view: string, answer: Answer<unknown>): void {
    const verdict = gate.admit(view, answer)
    if (verdict === 'guess') guesses.add(view)
    else if (verdict === 'take') guesses.delete(view)
  }

  function hear(nth: number, isAgain: boolean): void {
    const one = pick(heard, nth)
    if (!one) return
    isHearsay = true
    const goesIn = core.judgesOthers ? admit : take
    if (cache.has(one.view)) goesIn(one.view, one.answer)
    isHearsay = false
    if (!isAgain) remove(heard, one)
  }

  return {
    cache,
    takenAt: (view: string): number => takenAt.get(view) ?? 0,
    guesses,
    forgotten,
    taken,
    admit,
    reconsider: gate.reconsider,
    ask(view: string, folds: boolean): void {
      asked.push({ view, request: requestFor(shared, core, view, folds), answer: null })
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
      if (!isLive() || !one?.answer) return
      admit(one.view, one.answer)
      if (!isAgain) remove(asked, one)
    },
    /** The view is left and entered again, with an answer that was rendered some time ago. */
    enterAgain(view: string, nth: number): void {
      const old = pick(
        asked.filter((one) => one.view === view && one.answer),
        nth,
      )
      const answer = old?.answer ?? server.read(requestFor(shared, core, view, true))
      // Committed work is remembered for longer than a rendered page is kept.
      if (!isLive() || [...forgotten].some((id) => !(answer.data as string[]).includes(id))) return
      cache.delete(view)
      admit(view, answer)
    },
    /** Another tab tells what it was answered, some time ago. */
    tell: (view: string, answer: Answer<unknown>) => heard.push({ view, answer }),
    hearAnswer: hear,
    hearAllAnswers(): void {
      while (heard.length > 0) hear(0, false)
    },
    isDoneWith: (entry: Entry): boolean => [...cache.values()].every(({ mark }) => contains({ mark }, entry)),
    areQuiet: (): boolean => asked.length === 0 && heard.length === 0,
  }
}
