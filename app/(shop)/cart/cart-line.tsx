'use client'

import { useIssue } from '@/app/_client/use-issue'
import { useRefusals } from '@/app/_client/use-refusals'
import { Button } from '@/app/_ui/button'
import { LineItem } from '@/app/_ui/line-item'
import { Link } from '@/app/_ui/link'
import { Price } from '@/app/_ui/price'
import { QuantityStepper } from '@/app/_ui/quantity-stepper'
import { tintOf } from '@/app/_ui/tint'
import { useShopFacts } from '@/app/shop-facts'
import { MOST_OF_ONE_ITEM } from '@/server/events/inputs'
import type { CartViewLine } from '@/server/read/cart/cart.view'
import { productPath } from '../departments'
import { changeItemQuantity } from './change-item-quantity.optimistic'
import { LineRefusal } from './line-refusal'
import { isAboutLine } from './refused-line'
import { removeItemFromCart } from './remove-item-from-cart.optimistic'

/** One line of the cart, which can be changed where it stands. */
export function CartLine({ line }: { line: CartViewLine }) {
  const { currency } = useShopFacts()
  const issue = useIssue()
  const { refusals } = useRefusals()
  const { variantId, slug, name, label, picture, category, quantity, unitPrice } = line

  const isRefused = refusals.some((refusal) => isAboutLine(refusal, variantId))

  function remove() {
    issue(removeItemFromCart, { variantId })
    // The button goes with its line, and the keyboard would be left standing nowhere.
    document.getElementById('content')?.focus({ preventScroll: true })
  }

  return (
    <LineItem
      picture={picture}
      tint={tintOf(category)}
      name={<Link href={productPath(slug)}>{name}</Link>}
      detail={
        <>
          {label && <>{label} · </>}
          <Price minor={unitPrice} currency={currency} size="s" /> each
        </>
      }
      amount={<Price minor={unitPrice * quantity} currency={currency} />}
      actions={
        <>
          <QuantityStepper
            label={`Quantity of ${name}`}
            value={quantity}
            max={MOST_OF_ONE_ITEM}
            onChange={(next) => issue(changeItemQuantity, { variantId, quantity: next })}
          />
          <Button look="plain" onClick={remove} aria-label={`Remove ${name}`}>
            Remove
          </Button>
        </>
      }
      notice={isRefused && <LineRefusal line={line} />}
    />
  )
}
