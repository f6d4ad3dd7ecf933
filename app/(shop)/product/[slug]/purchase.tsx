'use client'

import { useState } from 'react'
import { useView } from '@/app/_client/use-view'
import { Notice } from '@/app/_ui/notice'
import { Price } from '@/app/_ui/price'
import type { Answer } from '@/server/engine/mark'
import type { CartView } from '@/server/read/cart/cart.view'
import type { ProductPageView } from '@/server/read/product-page/product-page.view'
import { AddToCart } from './add-to-cart'
import styles from './purchase.module.css'
import { StockStatus } from './stock-status'
import { VariantChoice } from './variant-choice'

type PurchaseProps = { slug: string; product: Answer<ProductPageView | null>; cart: Answer<CartView> }

/** Which one, what it costs, whether it is there, and into the cart with it. */
export function Purchase({ slug, product: initial, cart: initialCart }: PurchaseProps) {
  const { data: product } = useView({ name: 'findProductPage', input: { slug }, initial })
  const { data: cart } = useView({ name: 'cart', input: {}, initial: initialCart })
  const [chosenId, choose] = useState<string>()
  if (!product) return null
  if (!product.onSale) return <NotSoldAnyMore />

  const { variants, currency } = product
  const chosen = variants.find(({ variantId }) => variantId === chosenId) ?? variants.find(isThere) ?? variants[0]
  if (!chosen) return <NotSoldAnyMore />
  const inCart = cart.lines.find(({ variantId }) => variantId === chosen.variantId)?.quantity ?? 0

  return (
    <div className={styles.purchase}>
      <Price minor={chosen.price} currency={currency} size="l" />
      {variants.length > 1 && (
        <VariantChoice variants={variants} currency={currency} chosenId={chosen.variantId} onChoose={choose} />
      )}
      <StockStatus stock={chosen.stock} />
      <AddToCart key={chosen.variantId} product={product} variant={chosen} inCart={inCart} />
    </div>
  )
}

const isThere = ({ stock }: { stock: number }) => stock > 0

function NotSoldAnyMore() {
  return <Notice title="We do not sell this any more">The page stays up for those who have one.</Notice>
}
