'use client'

import { useState } from 'react'
import { useIssue } from '@/app/_client/use-issue'
import { Button } from '@/app/_ui/button'
import { Link } from '@/app/_ui/link'
import { QuantityStepper } from '@/app/_ui/quantity-stepper'
import { MOST_OF_ONE_ITEM } from '@/server/events/inputs'
import type { ListedVariant } from '@/server/read/listed-variant'
import type { ProductPageView } from '@/server/read/product-page/product-page.view'
import { addItemToCart } from '../../cart/add-item-to-cart.optimistic'
import styles from './add-to-cart.module.css'
import { toCartItem } from './cart-item'

type AddToCartProps = { product: ProductPageView; variant: ListedVariant; inCart: number }

/** How many, and into the cart: it is there at the click. Under the button stands what is in the cart of this already. */
export function AddToCart({ product, variant, inCart }: AddToCartProps) {
  const issue = useIssue()
  const [quantity, setQuantity] = useState(1)
  const room = Math.min(variant.stock, MOST_OF_ONE_ITEM) - inCart
  const isFull = room <= 0

  function add() {
    const { variantId } = variant
    issue(addItemToCart, { variantId, quantity }, { hint: toCartItem(product, variant) })
    setQuantity(1)
  }

  return (
    <div className={styles.add}>
      <div className={styles.controls}>
        <QuantityStepper
          label={`Quantity of ${product.name}`}
          value={Math.max(1, Math.min(quantity, room))}
          max={Math.max(1, room)}
          onChange={setQuantity}
          disabled={isFull}
        />
        <Button look="primary" className={styles.button} disabled={isFull} onClick={add}>
          {variant.stock === 0 ? 'Sold out' : 'Add to cart'}
        </Button>
      </div>
      <p className={styles.already} role="status">
        {inCart > 0 && (
          <>
            {isFull ? `All ${inCart} that you can have are` : `${inCart} of these ${inCart === 1 ? 'is' : 'are'}`} in
            your cart. <Link href="/cart">Go to the cart</Link>
          </>
        )}
      </p>
    </div>
  )
}
