'use client'

import { createContext, type ReactNode, use } from 'react'

/** What every page of a shop takes for granted. */
export type ShopFacts = { currency: string; timeZone: string }

const ShopFactsContext = createContext<ShopFacts | null>(null)

/** Tells the parts that run in the browser what the shop was configured with. */
export function ShopFactsProvider({ currency, timeZone, children }: ShopFacts & { children: ReactNode }) {
  return <ShopFactsContext value={{ currency, timeZone }}>{children}</ShopFactsContext>
}

export function useShopFacts(): ShopFacts {
  const facts = use(ShopFactsContext)
  if (!facts) throw new Error('Nobody says what the shop sells in: put this inside ShopFactsProvider.')
  return facts
}
