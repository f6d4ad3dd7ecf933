'use client'

import { type MouseEvent, useState } from 'react'
import { useIssue } from '@/app/_client/use-issue'
import { Button } from '@/app/_ui/button'
import { Link } from '@/app/_ui/link'
import { QuantityStepper } from '@/app/_ui/quantity-stepper'
import { MOST_OF_ONE_ITEM } from '@/server/events/inputs'
import type { ListedVariant } from '@/server/read/listed-variant'
import type { ProductPageView } from '@/server/read/product-page/product-page.view'
import { toCartItem } from '../../_product/cart-item'
import { addItemToCart } from '../../cart/add-item-to-cart.optimistic'
import type { PostedItem } from './actions'
import styles from './add-to-cart.module.css'
import { PostedItemRefusal } from './posted-item-refusal'

type AddToCartProps = {
  product: ProductPageView
  variant: ListedVariant
  inCart: number
  /** What was refused when the form around it was posted. */
  posted: PostedItem | null
}

/** How many, and into the cart: it is there at the click. Under the button stands what is in the cart of this already. */
export function AddToCart({ product, variant, inCart, posted }: AddToCartProps) {
  const issue = useIssue()
  const [quantity, setQuantity] = useState(Number(posted?.quantity) || 1)
  const [isRead, setRead] = useState(false)
  const room = Math.min(variant.stock, MOST_OF_ONE_ITEM) - inCart
  const isFull = room <= 0
  const isRefused = posted !== null && !isRead
  // What was entered and refused stays there to be changed.
  const shown = isRefused ? quantity : Math.max(1, Math.min(quantity, room))

  function add(event: MouseEvent, wanted = shown) {
    event.preventDefault()
    setRead(true)
    const { variantId } = variant
    issue(addItemToCart, { variantId, quantity: wanted }, { hint: toCartItem(product, variant) })
    setQuantity(1)
  }

  return (
    <div className={styles.add}>
      {isRefused && <PostedItemRefusal refusal={posted} inCart={inCart} onTake={add} />}
      <div className={styles.controls}>
        <QuantityStepper
          label={`Quantity of ${product.name}`}
          value={shown}
          max={Math.max(1, room)}
          name="quantity"
          onChange={setQuantity}
          disabled={isFull}
        />
        <Button
          type="submit"
          look="primary"
          className={styles.button}
          disabled={isFull}
          onClick={(event) => add(event)}
        >
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
