import type { Metadata } from 'next'
import { newId } from '@/app/_client/commands/new-id'
import { whoIsAsking } from '@/app/_server/actor'
import { CartContents } from './cart-contents'
import { askOwnCart } from './own-cart'

export const metadata: Metadata = { title: 'Cart', robots: { index: false } }

export default async function CartPage() {
  const [cart, { person }] = await Promise.all([askOwnCart(), whoIsAsking()])
  return <CartContents initial={cart} isGuest={!person} page={newId()} />
}
