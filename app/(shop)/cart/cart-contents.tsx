'use client'

import { useView } from '@/app/_client/use-view'
import { ButtonLink } from '@/app/_ui/button-link'
import { Columns } from '@/app/_ui/columns'
import { LineItems } from '@/app/_ui/line-item'
import { PageHead } from '@/app/_ui/page-head'
import type { Answer } from '@/server/engine/mark'
import type { CartView } from '@/server/read/cart/cart.view'
import { countOf } from '../_browse/count-text'
import { CartLine } from './cart-line'
import { CartSums } from './cart-sums'
import { EmptyCart } from './empty-cart'

/** The cart as it stands with the latest click. */
export function CartContents({ initial, isGuest }: { initial: Answer<CartView>; isGuest: boolean }) {
  const { lines, itemCount } = useView({ name: 'cart', input: {}, initial }).data
  if (lines.length === 0) return <EmptyCart isGuest={isGuest} />
  return (
    <>
      <PageHead
        title="Cart"
        lead={`${countOf(itemCount, 'item')}, kept for you but not reserved: stock is taken when you place the order.`}
      />
      <Columns
        aside={
          <>
            <CartSums lines={lines} />
            <ButtonLink href="/checkout" look="primary" wide>
              Check out
            </ButtonLink>
          </>
        }
      >
        <LineItems label="Items in the cart">
          {lines.map((line) => (
            <li key={line.variantId}>
              <CartLine line={line} />
            </li>
          ))}
        </LineItems>
      </Columns>
    </>
  )
}
