'use client'

import { useActionState } from 'react'
import { useView } from '@/app/_client/use-view'
import { ButtonLink } from '@/app/_ui/button-link'
import { Columns } from '@/app/_ui/columns'
import { LineItems } from '@/app/_ui/line-item'
import { PageHead } from '@/app/_ui/page-head'
import type { Answer } from '@/server/engine/mark'
import type { CartView } from '@/server/read/cart/cart.view'
import { countOf } from '../_browse/count-text'
import { PostedRefusalNotice } from '../_forms/posted-refusal-notice'
import { changeLine } from './actions'
import { CartLine } from './cart-line'
import { CartSums } from './cart-sums'
import { EmptyCart } from './empty-cart'

type CartContentsProps = { initial: Answer<CartView>; isGuest: boolean; page: string }

/** The cart as it stands with the latest click. */
export function CartContents({ initial, isGuest, page }: CartContentsProps) {
  const { lines, itemCount } = useView({ name: 'cart', input: {}, initial }).data
  const [posted, action] = useActionState(changeLine, null)
  if (lines.length === 0) return <EmptyCart isGuest={isGuest} />
  const isOfNoLine = posted && !lines.some(({ variantId }) => variantId === posted.about)
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
        {isOfNoLine && <PostedRefusalNotice refusal={posted} />}
        <LineItems label="Items in the cart">
          {lines.map((line) => (
            <li key={line.variantId}>
              <CartLine line={line} form={{ page, action }} posted={posted} />
            </li>
          ))}
        </LineItems>
      </Columns>
    </>
  )
}
