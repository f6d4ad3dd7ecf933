import type { Moved } from '../views/push-concern'

/**
 * What comes by a stream. `hello` is first, and `isWhole` where nothing was missed before it; `aheadMs` is how much the
 * shop's clock is ahead of this browser's, where that can be told. `lost` is the stream's end.
 */
export type Heard =
  | { kind: 'hello'; hearsAll: boolean; isWhole: boolean; aheadMs?: number }
  | { kind: 'news'; news: readonly Moved[] }
  | { kind: 'beat' }
  | { kind: 'lost' }

const PAUSES_MS = [300, 1_000, 2_000, 5_000, 10_000, 30_000]
/** The server beats every 20 s; a stream that is silent for longer than two of them is dead. */
export const SILENCE_MS = 45_000
/**
 * So much more of the past is asked for than passed in silence: what the server was still gathering when it was heard last,
 * and what it announces while the asking is under way. To be told twice does no harm.
 */
const BESIDES_MS = 5_000
/** An asking that was under way for longer may have missed something all the same. */
const LONGEST_WAY_MS = 3_000

/**
 * Keeps one stream open, after pauses that grow where it cannot be had. `age` says for how long nothing was heard, so that
 * the server tells what was announced meanwhile.
 */
export function openSource(tell: (heard: Heard) => void, age: () => number): () => void {
  let source: EventSource | undefined
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function open(): void {
    clearTimeout(timer)
    source?.close()
    source = new EventSource(`/api/stream?age=${Math.ceil(age()) + BESIDES_MS}`)
    source.onerror = lose
    let inTimeUntil = Date.now() + LONGEST_WAY_MS
    source.addEventListener('hello', ({ data }) => {
      const { hearsAll, isWhole, now } = JSON.parse(data)
      const isInTime = Date.now() <= inTimeUntil
      // A later one may have lain here while the browser slept.
      const aheadMs = isInTime && inTimeUntil < Infinity ? now - Date.now() : undefined
      hear({ kind: 'hello', hearsAll, isWhole: isWhole && isInTime, ...(aheadMs !== undefined && { aheadMs }) })
      inTimeUntil = Infinity
    })
    source.addEventListener('news', ({ data }) => hear({ kind: 'news', news: JSON.parse(data) }))
    source.addEventListener('beat', () => hear({ kind: 'beat' }))
    timer = setTimeout(lose, SILENCE_MS)
  }

  function hear(heard: Heard): void {
    failures = 0
    clearTimeout(timer)
    timer = setTimeout(lose, SILENCE_MS)
    tell(heard)
  }

  /** The browser would come back by itself, with all others at the same moment, and never after a refusal. */
  function lose(): void {
    clearTimeout(timer)
    source?.close()
    tell({ kind: 'lost' })
    const pause = PAUSES_MS[Math.min(failures++, PAUSES_MS.length - 1)] ?? 0
    timer = setTimeout(open, pause * (0.5 + Math.random()))
  }

  window.addEventListener('online', open)
  open()
  return () => {
    window.removeEventListener('online', open)
    clearTimeout(timer)
    source?.close()
  }
}
