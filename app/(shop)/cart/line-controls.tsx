'use client'

import { useIssue } from '@/app/_client/use-issue'
import { Button } from '@/app/_ui/button'
import { QuantityStepper } from '@/app/_ui/quantity-stepper'
import { MOST_OF_ONE_ITEM } from '@/server/events/inputs'
import type { CartViewLine } from '@/server/read/cart/cart.view'
import { changeItemQuantity } from './change-item-quantity.optimistic'
import styles from './line-controls.module.css'
import { removeItemFromCart } from './remove-item-from-cart.optimistic'

export type LineForm = { page: string; action: (form: FormData) => void }

type LineControlsProps = { id: string; line: CartViewLine; form: LineForm }

/** How many, or none. Without a script, or before it is there, each button posts the form. */
export function LineControls({ id, line: { variantId, name, quantity }, form: { page, action } }: LineControlsProps) {
  const issue = useIssue()

  function remove() {
    issue(removeItemFromCart, { variantId })
    // The button goes with its line, and the keyboard would be left standing nowhere.
    document.getElementById('content')?.focus({ preventScroll: true })
  }

  return (
    <form id={id} action={action} onSubmit={(event) => event.preventDefault()} className={styles.controls}>
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="variantId" value={variantId} />
      <QuantityStepper
        label={`Quantity of ${name}`}
        value={quantity}
        max={MOST_OF_ONE_ITEM}
        name="quantity"
        stepName="instead"
        onChange={(next) => issue(changeItemQuantity, { variantId, quantity: next })}
      />
      <Button
        type="submit"
        name="remove"
        value="1"
        look="plain"
        onClick={(event) => {
          event.preventDefault()
          remove()
        }}
        aria-label={`Remove ${name}`}
      >
        Remove
      </Button>
    </form>
  )
}
