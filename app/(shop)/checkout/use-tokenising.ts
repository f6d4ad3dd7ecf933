'use client'

import { useEffect, useRef } from 'react'
import { whenOnline } from '@/app/_client/sending/when-online'
import { tokeniseCard } from './actions'
import type { CheckoutOrder } from './checkout-input'

/**
 * Brings a card to the payment provider, waiting for the network where there is none: as long as the page is open, since a
 * card is written down nowhere. Answers null where the buyer thinks better of it, or leaves.
 */
export function useTokenising() {
  const waiting = useRef<AbortController>(undefined)
  useEffect(() => () => waiting.current?.abort(), [])

  async function tokenise(card: CheckoutOrder['card']) {
    const here = new AbortController()
    waiting.current = here
    while (await whenOnline(here.signal)) {
      const reply = await tokeniseCard(card).catch(() => null)
      if (reply) return reply
      if (navigator.onLine) return { ok: false, code: 'Unreachable' } as const
    }
    return null
  }

  return { tokenise, stopWaiting: () => waiting.current?.abort() }
}
