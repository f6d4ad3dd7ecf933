'use client'

import { useState } from 'react'
import type { View } from '@/app/_client/views/looks'
import type { CartView } from '@/server/read/cart/cart.view'
import { settle } from './places'

/** The lines of a cart and the places of those that another device took out, until the person closes them. */
export function usePlaces({ data: { lines }, pending }: View<CartView>) {
  const [known, setKnown] = useState(() => settle([], lines, () => false))
  const places = settle(known, lines, (variantId) => pending.has(variantId))
  // While rendering, so that no frame shows the line gone and its place closed.
  if (places !== known) setKnown(places)
  const close = (variantId: string) => setKnown(places.filter(({ line }) => line.variantId !== variantId))
  return { places, close }
}
