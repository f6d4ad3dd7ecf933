'use client'

import { ShoppingBasket } from 'lucide-react'
import { useView } from '@/app/_client/use-view'
import { HeaderLink } from '@/app/_ui/header-link'
import type { Answer } from '@/server/engine/log/mark'
import type { CartView } from '@/server/read/cart/cart.view'

/** The way to the cart, with how much is in it: right in the first byte of HTML, and at the click. */
export function CartLink({ initial }: { initial: Answer<CartView> }) {
  const { itemCount } = useView({ name: 'cart', input: {}, initial }).data
  return (
    <HeaderLink
      href="/cart"
      label="Cart"
      icon={<ShoppingBasket aria-hidden="true" />}
      count={itemCount}
      countLabel={itemCount === 1 ? '1 item' : `${itemCount} items`}
      compact
    />
  )
}
