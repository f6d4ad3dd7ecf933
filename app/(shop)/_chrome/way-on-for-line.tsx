import type { Refusal } from '@/app/_client/journal/refusal-book'
import { useIssue } from '@/app/_client/use-issue'
import { useView } from '@/app/_client/use-view'
import { Button } from '@/app/_ui/button'
import type { CartView } from '@/server/read/cart/cart.view'
import { changeItemQuantity } from '../cart/change-item-quantity.optimistic'
import { removeItemFromCart } from '../cart/remove-item-from-cart.optimistic'
import { shortage } from '../cart/shortage'

/** What can be had instead of the quantity that was refused, as long as the line is in the cart. */
export function WayOnForLine({ refusal, onDone }: { refusal: Refusal; onDone: () => void }) {
  const issue = useIssue()
  const { variantId } = refusal.input as { variantId: string }
  const { data: cart } = useView<CartView>({ name: 'cart', input: {} })
  const quantity = cart?.lines.find((line) => line.variantId === variantId)?.quantity
  if (quantity === undefined) return null
  const left = shortage(refusal.rejection, variantId)?.inStock

  function change(quantity: number) {
    onDone()
    issue(changeItemQuantity, { variantId, quantity })
  }

  function remove() {
    onDone()
    issue(removeItemFromCart, { variantId })
  }

  return (
    <>
      {left !== undefined && left > 0 && left !== quantity && (
        <Button small look="primary" onClick={() => change(left)}>
          Take the {left} that {left === 1 ? 'is' : 'are'} left
        </Button>
      )}
      <Button small onClick={remove}>
        Remove it
      </Button>
      <Button small look="plain" onClick={onDone}>
        Leave it at {quantity}
      </Button>
    </>
  )
}
