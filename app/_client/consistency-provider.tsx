'use client'

import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { type Consistency, createConsistency } from './consistency'
import type { Send } from './dispatcher'
import { browserNetwork } from './network'
import type { Optimistics } from './optimistic-command'
import { ownCookies } from './own-cookies'
import { fetchAnswer } from './read-door'

const ConsistencyContext = createContext<Consistency | null>(null)

type ConsistencyProviderProps = {
  actorId: string
  optimistics: Optimistics
  send: Send
  children: ReactNode
}

/** One for the whole application. When another person signs in, everything below starts with nothing. */
export function ConsistencyProvider({ actorId, optimistics, send, children }: ConsistencyProviderProps) {
  const create = () =>
    createConsistency({ actorId, optimistics, send, fetchAnswer, cookies: ownCookies, network: browserNetwork })
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
