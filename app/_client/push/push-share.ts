import { type Heard, openSource, SILENCE_MS } from './push-source'

type Said = Heard | { kind: 'ask'; since: number }

export type Listening = { isLive: () => boolean; stop: () => void }

/** So much of the past is told to a tab that joins. */
const MOST_REMEMBERED = 100

/**
 * Listens to the one stream of this browser. The tab that holds the lock opens it and passes on what it hears; when it
 * closes, the next one goes on from what all of them have heard. Where tabs cannot agree, each has a stream of its own.
 */
export function listenTogether(actorId: string, tell: (heard: Heard) => void): Listening {
  const name = `tidemark/stream/${actorId}`
  const canShare = 'locks' in navigator && 'BroadcastChannel' in window
  const channel = canShare ? new BroadcastChannel(name) : undefined
  const leaving = new AbortController()
  let remembered: { at: number; heard: Heard }[] = []
  let greeting: Heard | undefined
  let isLive = false
  // The page was made when it was asked for: what moved since then, it may lack.
  let heardAt = performance.timeOrigin

  function take(heard: Heard): void {
    isLive = heard.kind !== 'lost'
    if (isLive) heardAt = Date.now()
    tell(heard)
  }

  function pass(heard: Heard): void {
    if (heard.kind === 'hello') greeting = { ...heard, isWhole: true }
    if (heard.kind === 'lost') greeting = undefined
    if (heard.kind === 'news') remembered = [...remembered.slice(1 - MOST_REMEMBERED), { at: Date.now(), heard }]
    channel?.postMessage(heard)
    take(heard)
  }

  /** Resolves when this tab has let go of the stream. */
  function lead(): Promise<void> {
    const close = openSource(pass, () => Date.now() - heardAt)
    return new Promise((resolve) => {
      leaving.signal.addEventListener('abort', () => {
        close()
        resolve()
      })
    })
  }

  function answer(since: number): void {
    if (!greeting) return
    channel?.postMessage(greeting)
    for (const { at, heard } of remembered) if (at >= since) channel?.postMessage(heard)
  }

  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Said>) => (data.kind === 'ask' ? answer(data.since) : take(data))
    channel.postMessage({ kind: 'ask', since: heardAt } satisfies Said)
    navigator.locks.request(name, { signal: leaving.signal }, lead).catch(() => {})
  } else void lead()

  return {
    isLive: () => isLive && Date.now() - heardAt < SILENCE_MS,
    stop() {
      leaving.abort()
      channel?.close()
    },
  }
}
