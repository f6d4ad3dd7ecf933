import type { Answer } from '@/server/engine/log/mark'

/** The other tabs of this browser: an answer that one of them got need not be asked for by all. */
export type Tabs = {
  tell: (key: string, answer: Answer<unknown>) => void
  listen: (hear: (key: string, answer: Answer<unknown>) => void) => () => void
}

/** One channel for each person: a tab that still shows somebody else hears nothing. Without channels nobody does. */
export function openTabs(actorId: string): Tabs {
  let channel: BroadcastChannel | undefined
  return {
    tell(key, answer) {
      channel?.postMessage([key, answer])
    },
    listen(hear) {
      if (typeof BroadcastChannel === 'undefined') return () => {}
      const open = new BroadcastChannel(`answers/${actorId}`)
      open.onmessage = ({ data }) => hear(data[0], data[1])
      channel = open
      return () => {
        open.close()
        channel = undefined
      }
    },
  }
}
