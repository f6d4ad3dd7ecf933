import 'server-only'
import { cookies } from 'next/headers'
import { v5 } from 'uuid'
import { keepToken } from '@/app/_server/keep-token'
import { VISITOR_COOKIE, visitorId } from '@/app/_server/visitor'
import { SYSTEM } from '@/server/actor'
import { shop } from '@/server/shop'
import { mergeCart } from '@/server/write/cart/merge-cart'

const MERGING = '5d9a1f0c-3c0e-5a43-8a5c-6a1d1b9d7e52'

/**
 * What a guest put into the cart is the account's from now on. The command's id follows from guest and session, so that
 * signing in twice at once brings it along once.
 */
export async function bringCartAlong(customerId: string, session: string): Promise<void> {
  const { dispatch, config, log } = shop()
  const guestId = visitorId((await cookies()).get(VISITOR_COOKIE)?.value, config.sessionSecret)
  if (!guestId) return
  const id = v5(`${guestId}/${customerId}/${session}`, MERGING)
  const reply = await dispatch(mergeCart, { id, input: { guestId, customerId }, actor: SYSTEM })
  if (!reply.ok) return log.warn({ commandId: id, rejection: reply.rejection.code }, 'a cart was not brought along')
  // The next page must have it, as if the browser had issued the command itself.
  await keepToken(reply.token)
}
