'use client'

import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { type Consistency, createConsistency } from './consistency'
import { createDisk } from './disk'
import type { Send } from './exchange'
import type { Journal } from './journal'
import { browserNetwork } from './network'
import type { Optimistics } from './optimistic-command'
import { ownCookies } from './own-cookies'
import { fetchAnswer } from './read-door'
import { createRefusalBook } from './refusal-book'
import { openTabs } from './tabs'
import { browserTurn } from './turn'

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
