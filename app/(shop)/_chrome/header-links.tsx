import { LayoutDashboard, User } from 'lucide-react'
import { whoIsAsking } from '@/app/_server/actor'
import { HeaderLink } from '@/app/_ui/header-link'
import { askOwnCart } from '../cart/own-cart'
import { CartLink } from './cart-link'

/** The ways out of the header: back office, account, cart. */
export async function HeaderLinks() {
  const [{ actor, person }, cart] = await Promise.all([whoIsAsking(), askOwnCart()])
  return (
    <>
      {actor.kind === 'staff' && (
        <HeaderLink href="/admin" label="Back office" icon={<LayoutDashboard aria-hidden="true" />} compact />
      )}
      <HeaderLink
        href={person ? '/account' : '/sign-in'}
        label={person ? 'Account' : 'Sign in'}
        icon={<User aria-hidden="true" />}
        compact
      />
      <CartLink initial={cart} />
    </>
  )
}
