import type { Answer } from '@/server/engine/log/mark'
import type { Journal } from '../journal/journal'
import { judge as judgeAnswer } from './cover'

/** Where confirmed answers are kept, by a view's key. */
export type AnswerCache = {
  get: (key: string) => Answer<unknown> | undefined
  set: (key: string, answer: Answer<unknown>) => void
}

export type Gate = {
  /** Lets an answer in, keeps it waiting, or drops it. Every answer comes through here, by whatever door. */
  admit: (key: string, answer: Answer<unknown>) => ReturnType<typeof judgeAnswer>
  /** Judges what waits again: call it when the journal has changed. */
  reconsider: () => void
}

/** The one gate before the cache: it keeps marks from going back and own work from showing twice (see `judge`). */
export function createGate(cache: AnswerCache, ownWork: (key: string) => Journal, judge = judgeAnswer): Gate {
  const parked = new Map<string, Answer<unknown>>()

  function admit(key: string, answer: Answer<unknown>) {
    const verdict = judge(answer, cache.get(key), ownWork(key))
    if (verdict === 'take' || verdict === 'guess') cache.set(key, answer)
    if (verdict === 'park') park(key, answer)
    return verdict
  }

  /** Of two that wait the newer one is worth waiting for. */
  function park(key: string, answer: Answer<unknown>): void {
    const waiting = parked.get(key)
    if (!waiting || judge(answer, waiting, []) !== 'drop') parked.set(key, answer)
  }

  return {
    admit,
    reconsider() {
      const waiting = [...parked]
      parked.clear()
      for (const [key, answer] of waiting) admit(key, answer)
    },
  }
}
