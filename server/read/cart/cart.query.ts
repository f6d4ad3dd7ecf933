import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { cart } from '@/db/read/cart'
import { defineQuery } from '@/server/engine/queries/query'
import type { CartEvent } from '@/server/events/cart'
import { applyToCart, CART_EVENTS, type CartView, emptyCart } from './cart.view'

/** The cart of whoever asks. */
export const getCart = defineQuery<Record<string, never>, CartView, CartEvent>({
  name: 'cart',
  projection: 'cart',
  input: z.object({}),
  handles: CART_EVENTS,
  permits: () => true,
  read: async (db, _input, actor) => {
    const [row] = await db.select().from(cart).where(eq(cart.shopperId, actor.id))
    return row ?? emptyCart(actor.id)
  },
  apply: (view, event) => applyToCart(view, event),
})
