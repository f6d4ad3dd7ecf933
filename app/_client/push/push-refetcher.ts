import { type Concern, concernOf, type Hearer, type Mounted, type Moved } from '../views/push-concern'

export type PushRefetcher = {
  hear: (news: readonly Moved[], hearer: Hearer) => void
  /** Something may have been announced that nobody heard: everything on screen is asked for once. */
  missed: () => void
  /** Somebody looks again: what waited for that goes on. */
  wake: () => void
  stop: () => void
}

export type PushRefetcherOptions = {
  mounted: () => Mounted[]
  refetch: (key: string) => void
  isHidden: () => boolean
  random?: () => number
}

type Pace = { spread: number; every: number }

/** A view that is to be asked for again, until its mark has come up to what was announced; once, where nothing was. */
type Due = {
  counter: number | null
  every: number
  tries: number
  at: number
  timer: ReturnType<typeof setTimeout> | undefined
}

/** Spread over so long, so that a thousand browsers do not ask in the same moment; and not oftener than every. */
const PACE: Record<Concern | 'missed', Pace> = {
  own: { spread: 50, every: 250 },
  listed: { spread: 50, every: 1_000 },
  shown: { spread: 1_500, every: 1_500 },
  perhaps: { spread: 10_000, every: 10_000 },
  missed: { spread: 2_000, every: 1_000 },
}
/** Leaves the answer to a command of one's own time to come in by itself, and with it what was announced. */
const LEAST_MS = 40
/** A replica may show a mark later than it was announced. */
const MOST_TRIES = 6
const AGAIN_MS = 150

/** Asks for views again when they are announced to have moved: once, when it is worth it, and while somebody looks. */
export function createPushRefetcher(options: PushRefetcherOptions): PushRefetcher {
  const { mounted, refetch, isHidden, random = Math.random } = options
  const due = new Map<string, Due>()
  const lastAsked = new Map<string, number>()

  function plan(key: string, counter: number | null, pace: Pace): void {
    const known = due.get(key)
    const soonest = Math.max(Date.now() + LEAST_MS, (lastAsked.get(key) ?? 0) + pace.every)
    const at = Math.min(soonest + random() * pace.spread, known?.at ?? Number.POSITIVE_INFINITY)
    const every = Math.min(pace.every, known?.every ?? pace.every)
    set(key, { counter: higher(counter, known?.counter ?? null), every, tries: 0, at, timer: known?.timer })
  }

  function set(key: string, next: Due): void {
    clearTimeout(next.timer)
    due.set(key, { ...next, timer: setTimeout(() => ask(key), next.at - Date.now()) })
  }

  function ask(key: string): void {
    const now = due.get(key)
    const view = mounted().find((one) => one.key === key)
    if (!now || !view || isDone(now, view)) return void due.delete(key)
    if (isHidden()) return void due.set(key, { ...now, timer: undefined })
    if (!view.isFetching) {
      lastAsked.set(key, Date.now())
      refetch(key)
    }
    const tries = now.tries + 1
    set(key, { ...now, tries, at: Date.now() + Math.max(now.every, AGAIN_MS * 2 ** tries) })
  }

  return {
    hear(news, hearer) {
      for (const view of mounted()) {
        for (const moved of news) {
          const concern = concernOf(view, moved, hearer)
          if (concern) plan(view.key, moved.counter, PACE[concern])
        }
      }
    },
    missed() {
      for (const { key } of mounted()) plan(key, null, PACE.missed)
    },
    wake() {
      for (const [key, one] of due) if (!one.timer) set(key, { ...one, at: Date.now() + random() * PACE.own.spread })
    },
    stop() {
      for (const { timer } of due.values()) clearTimeout(timer)
      due.clear()
    },
  }
}

function isDone({ counter, tries }: Due, { answer }: Mounted): boolean {
  if (tries >= MOST_TRIES) return true
  return counter === null ? tries > 0 : answer.mark.counter >= counter
}

function higher(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other)
}
