import type { Metadata } from 'next'
import { newId } from '@/app/_client/commands/new-id'
import { whoIsAsking } from '@/app/_server/actor'
import { ask } from '@/app/_server/ask'
import { getAddressBook } from '@/server/read/address-book/address-book.query'
import { countryOptions } from '../_forms/countries'
import { askOwnCart } from '../cart/own-cart'
import { Checkout } from './checkout'
import { enteredBefore } from './entered-before'

export const metadata: Metadata = { title: 'Checkout', robots: { index: false } }

export default async function CheckoutPage({ searchParams }: { searchParams: Promise<{ again?: string }> }) {
  const { again } = await searchParams
  const [{ person }, cart, before] = await Promise.all([whoIsAsking(), askOwnCart(), enteredBefore(again)])
  const book = person ? await ask(getAddressBook, {}) : undefined
  return <Checkout cart={cart} person={person} book={book} before={before} countries={countryOptions} page={newId()} />
}
