'use client'

import { productPath } from '@/app/_catalogue/departments'
import { LineItem } from '@/app/_ui/line-item'
import { Link } from '@/app/_ui/link'
import { Price } from '@/app/_ui/price'
import { tintOf } from '@/app/_ui/tint'
import { useShopFacts } from '@/app/shop-facts'
import type { CartViewLine } from '@/server/read/cart/cart.view'
import type { PostedRefusal } from '../_forms/posted'
import { LineControls, type LineForm } from './line-controls'
import { PostedLineRefusal } from './posted-line-refusal'

type CartLineProps = { line: CartViewLine; form: LineForm; posted: PostedRefusal | null }

/** One line of the cart, which can be changed where it stands. */
export function CartLine({ line, form, posted }: CartLineProps) {
  const { currency } = useShopFacts()
  const { variantId, slug, name, label, picture, category, quantity, unitPrice } = line

  const formId = `line-${variantId}`
  const isPosted = posted?.about === variantId
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
      actions={<LineControls id={formId} line={line} form={form} />}
      notice={isPosted && <PostedLineRefusal refusal={posted} line={line} form={formId} />}
    />
  )
}
