import 'server-only'
import { cache } from 'react'
import { ask } from '@/app/_server/ask'
import { getCart } from '@/server/read/cart/cart.query'

/** The cart of whoever asks: the header of every page wants it, and some pages besides. Once a request. */
export const askOwnCart = cache(() => ask(getCart, {}))
