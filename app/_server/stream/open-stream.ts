import type { Hub } from './hub'
import type { Hearer } from './news'

export type StreamRequest = Hearer & {
  until: number
  /** For how long the asker has heard nothing. */
  ageMs: number
  /** The asker has gone. */
  signal: AbortSignal
  onClosed: () => void
}

/** A reader that leaves this much lying is slow or gone; it is closed, and comes back for what it missed. */
const MOST_UNREAD_BYTES = 64 * 1024

/** A body that the hub writes to until one of both has had enough. */
export function openStream(
  hub: Hub,
  { signal, onClosed, ageMs, ...hearer }: StreamRequest,
): ReadableStream<Uint8Array> {
  let end = () => {}
  return new ReadableStream(
    {
      start(controller) {
        let isOpen = true
        end = () => {
          if (!isOpen) return
          isOpen = false
          leave()
          signal.removeEventListener('abort', end)
          onClosed()
        }
        const close = () => {
          if (!isOpen) return
          end()
          controller.close()
        }
        const write = (bytes: Uint8Array) => {
          if (!isOpen) return
          if ((controller.desiredSize ?? 0) <= 0) return close()
          controller.enqueue(bytes)
        }
        let leave = () => {}
        leave = hub.join({ ...hearer, write, close }, ageMs)
        signal.addEventListener('abort', close)
        if (signal.aborted) close()
      },
      cancel: () => end(),
    },
    { highWaterMark: MOST_UNREAD_BYTES, size: (bytes) => bytes.byteLength },
  )
}
