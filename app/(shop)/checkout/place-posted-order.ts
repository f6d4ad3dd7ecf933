import 'server-only'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { whoIsAsking } from '@/app/_server/actor'
import { ask } from '@/app/_server/ask'
import { issueByForm, pageOf } from '@/app/_server/issue-by-form'
import { idInput } from '@/server/events/inputs'
import { getAddressBook } from '@/server/read/address-book/address-book.query'
import { parsePosted } from '../_forms/parse-posted'
import { placedPath } from '../orders/order-path'
import { chosenAddress } from './address-choice'
import { type CheckoutOrder, checkoutInput, checkoutInputWithSavedAddress } from './checkout-input'
import { placeOrderInput } from './place-order-input'
import type { PostedOrder } from './posted-order'
import { tokeniseOrSay } from './tokenise'

/** A card goes into no page, also not into the one that its own form comes back with. */
const NEVER_SAID_BACK = ['card.number', 'card.expiry', 'card.cvc']

/** The cart as the page showed it, which the form carries along. What it may be, the command says. */
const seenLines = z
  .string()
  .transform(parseJson)
  .pipe(z.array(z.object({ variantId: z.string(), quantity: z.number(), unitPrice: z.number() })))

/**
 * Places the order that a form asks for where no script runs, and goes to its page. The form says the order's id, which
 * follows from the cart: however often it is posted, and from however many tabs, it is one order.
 */
export async function placePostedOrder(form: FormData): Promise<PostedOrder> {
  const { person } = await whoIsAsking()
  const saved = person && (await savedAddress(form.get('addressChoice')))
  const schema: z.ZodType<CheckoutOrder> = saved ? checkoutInputWithSavedAddress : checkoutInput
  const submission = parsePosted(form, schema, checkoutInput)
  const result = submission.reply({ hideFields: NEVER_SAID_BACK })
  if (submission.status !== 'success') return { result }

  const entered = submission.value
  const address = saved ?? entered.address
  const lines = seenLines.safeParse(form.get('lines'))
  if (!address || !lines.success) return { result, rejection: { code: 'InvalidInput' } }
  const orderId = orderIdOf(form)
  const card = await tokeniseOrSay({ ...entered.card, onceFor: pageOf(form) })
  if (!card.ok) return { result, cardRefusal: card.code }

  const input = placeOrderInput({ orderId, lines: lines.data, person, entered, address, payment: card.method })
  const reply = await issueByForm(form, 'PlaceOrder', input)
  if (!reply.ok && reply.rejection.code !== 'OrderAlreadyPlaced') return { result, rejection: reply.rejection }
  if (reply.ok && entered.keepAddress) await keepAddress(form, orderId, address)
  redirect(placedPath(orderId))
}

async function savedAddress(choice: FormDataEntryValue | null) {
  const { addresses } = (await ask(getAddressBook, {})).data
  return chosenAddress(addresses, choice === null ? undefined : String(choice))?.address
}

function orderIdOf(form: FormData): string {
  const orderId = idInput.safeParse(form.get('orderId'))
  return orderId.success ? orderId.data : pageOf(form)
}

/** The new address has the id of the order too: kept once. */
async function keepAddress(form: FormData, addressId: string, address: object): Promise<void> {
  await issueByForm(form, 'UpdateAddress', { addressId, address, isDefault: false })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
