import type { Consistency } from './consistency'
import { createPushRefetcher } from './push/push-refetcher'
import { type Listening, listenTogether } from './push/push-share'
import type { Heard } from './push/push-source'
import { setShopClock } from './push/shop-clock'

export type Push = {
  /** Whether the stream tells of what others do. */
  isLive: () => boolean
  /** What is shown came from a store, not from the shop: it is asked for now, and when the shop is there again. */
  distrust: () => void
  start: () => () => void
}

/** What the server announces, brought to the views: it says that something is new, and what is new is asked for as ever. */
export function createPush({ actorId, mounted, refetch }: Pick<Consistency, 'actorId' | 'mounted' | 'refetch'>): Push {
  let listening: Listening | undefined
  let hearsAll = false
  let isStored = false
  const refetcher = createPushRefetcher({ mounted, refetch, isHidden: () => document.hidden })

  function take(heard: Heard): void {
    if (heard.kind === 'news') refetcher.hear(heard.news, { actorId, hearsAll })
    if (heard.kind !== 'hello') return
    hearsAll = heard.hearsAll
    if (heard.aheadMs !== undefined) setShopClock(heard.aheadMs)
    if (!heard.isWhole || isStored) refetcher.missed()
    isStored = false
  }

  return {
    isLive: () => listening?.isLive() ?? false,
    distrust() {
      isStored = true
      refetcher.missed()
    },
    start() {
      const stopListening = listen()
      document.addEventListener('visibilitychange', refetcher.wake)
      return () => {
        stopListening()
        document.removeEventListener('visibilitychange', refetcher.wake)
        refetcher.stop()
      }
    },
  }

  function listen(): () => void {
    const here = listenTogether(actorId, take)
    listening = here
    return here.stop
  }
}
