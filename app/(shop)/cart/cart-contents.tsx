'use client'

import { useActionState } from 'react'
import { useView } from '@/app/_client/use-view'
import { ButtonLink } from '@/app/_ui/button-link'
import { Columns } from '@/app/_ui/columns'
import { LineItems } from '@/app/_ui/line-item'
import { PageHead } from '@/app/_ui/page-head'
import type { Answer } from '@/server/engine/log/mark'
import type { CartView } from '@/server/read/cart/cart.view'
import { countOf } from '../_browse/count-text'
import { PostedRefusalNotice } from '../_forms/posted-refusal-notice'
import { changeLine } from './actions'
import { CartPlace } from './cart-place'
import { CartSums } from './cart-sums'
import { EmptyCart } from './empty-cart'
import { usePlaces } from './use-places'

type CartContentsProps = { initial: Answer<CartView>; isGuest: boolean; page: string }

/** The cart as it stands with the latest click. */
export function CartContents({ initial, isGuest, page }: CartContentsProps) {
  const view = useView({ name: 'cart', input: {}, initial })
  const { lines, itemCount } = view.data
  const { places, close } = usePlaces(view)
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
          {places.map((place) => (
            <li key={place.line.variantId}>
              <CartPlace
                place={place}
                form={{ page, action }}
                posted={posted}
                onClose={() => close(place.line.variantId)}
              />
            </li>
          ))}
        </LineItems>
      </Columns>
    </>
  )
}
