'use client'

import { useActionState, useState } from 'react'
import { useView } from '@/app/_client/use-view'
import { BeingUpdated } from '@/app/_ui/being-updated'
import { Notice } from '@/app/_ui/notice'
import { Price } from '@/app/_ui/price'
import type { Answer } from '@/server/engine/log/mark'
import type { CartView } from '@/server/read/cart/cart.view'
import type { ProductPageView } from '@/server/read/product-page/product-page.view'
import { addByForm } from './actions'
import { AddToCart } from './add-to-cart'
import styles from './purchase.module.css'
import { StockStatus } from './stock-status'
import { VariantChoice } from './variant-choice'

type PurchaseProps = {
  slug: string
  product: Answer<ProductPageView | null>
  cart: Answer<CartView>
  /** The id of the page that a form is posted from. */
  page: string
  /** The one that the page was asked for with. */
  variantId: string | undefined
}

/** Which one, what it costs, whether it is there, and into the cart with it. */
export function Purchase({ slug, product: initial, cart: initialCart, page, variantId: asked }: PurchaseProps) {
  const { data: product, parked } = useView({ name: 'findProductPage', input: { slug }, initial })
  const { data: cart } = useView({ name: 'cart', input: {}, initial: initialCart })
  const [posted, action] = useActionState(addByForm, null)
  const [chosenId, choose] = useState(() => posted?.about ?? asked ?? firstToBeHad(initial.data, initialCart.data))
  if (!product) return null
  if (!product.onSale) return <NotSoldAnyMore />

  const { variants, currency } = product
  const chosen = variants.find(({ variantId }) => variantId === chosenId) ?? variants[0]
  if (!chosen) return <NotSoldAnyMore />
  const { variantId } = chosen
  const inCart = countOf(cart, variantId)

  return (
    // Before the script is there, and where there is none, the button posts the form.
    <form id="buy" action={action} onSubmit={(event) => event.preventDefault()} className={styles.purchase}>
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="slug" value={slug} />
      <Price minor={chosen.price} currency={currency} size="l" />
      {variants.length > 1 ? (
        <VariantChoice variants={variants} currency={currency} chosenId={variantId} onChoose={choose} />
      ) : (
        <input type="hidden" name="variant" value={variantId} />
      )}
      {parked?.includes(product.productId) ? <BeingUpdated /> : <StockStatus stock={chosen.stock} />}
      <AddToCart
        key={variantId}
        product={product}
        variant={chosen}
        inCart={inCart}
        posted={posted?.about === variantId ? posted : null}
      />
    </form>
  )
}

/** Of several the first that is not in the cart as often as it can be had. */
function firstToBeHad(product: ProductPageView | null, cart: CartView): string | undefined {
  return product?.variants.find(({ variantId, stock }) => stock > countOf(cart, variantId))?.variantId
}

function countOf(cart: CartView, variantId: string): number {
  return cart.lines.find((line) => line.variantId === variantId)?.quantity ?? 0
}

function NotSoldAnyMore() {
  return <Notice title="We do not sell this any more">The page stays up for those who have one.</Notice>
}
