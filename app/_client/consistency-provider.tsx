'use client'

import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import type { Optimistics } from './commands/optimistic-command'
import { type Consistency, createConsistency } from './consistency'
import { createDisk } from './journal/disk'
import type { Journal } from './journal/journal'
import { ownCookies } from './journal/own-cookies'
import { createRefusalBook } from './journal/refusal-book'
import { shopNow } from './push/shop-clock'
import type { Send } from './sending/exchange'
import { browserNetwork } from './sending/network'
import { browserTurn } from './sending/turn'
import { fetchAnswer } from './views/read-door'
import { openTabs } from './views/tabs'

const ConsistencyContext = createContext<Consistency | null>(null)

type ConsistencyProviderProps = {
  actorId: string
  optimistics: Optimistics
  send: Send
  /** Own commands without a reply that the server knew of when it rendered the page: see `formatCarried`. */
  carried: Journal
  children: ReactNode
}

/** One for the whole application. When another person signs in, everything below starts with nothing. */
export function ConsistencyProvider({ actorId, optimistics, send, carried, children }: ConsistencyProviderProps) {
  const create = () =>
    createConsistency({
      actorId,
      optimistics,
      send,
      carried,
      fetchAnswer,
      cookies: ownCookies,
      network: browserNetwork,
      disk: createDisk(actorId, () => window.localStorage),
      refusals: createRefusalBook(actorId, () => window.localStorage),
      tabs: openTabs(actorId),
      turn: browserTurn,
      now: shopNow,
      onLeft: () => window.location.reload(),
    })
  const [consistency, setConsistency] = useState(create)
  if (consistency.actorId !== actorId) setConsistency(create)
  useEffect(() => consistency.start(), [consistency])
  return <ConsistencyContext value={consistency}>{children}</ConsistencyContext>
}

export function useConsistency(): Consistency {
  const consistency = use(ConsistencyContext)
  if (!consistency) throw new Error('Nothing keeps this page consistent: put it inside ConsistencyProvider.')
  return consistency
}
