import type { Refusal } from '@/app/_client/journal/refusal-book'
import { useIssue } from '@/app/_client/use-issue'
import { Button } from '@/app/_ui/button'
import type { CartItem } from '@/server/events/cart'
import { addItemToCart } from '../cart/add-item-to-cart.optimistic'
import { shortage } from '../cart/shortage'

/** As many as are left, where that is more than are in the cart already. */
export function TakeTheRest({ refusal, onDone }: { refusal: Refusal; onDone: () => void }) {
  const issue = useIssue()
  const { variantId, quantity } = refusal.input as { variantId: string; quantity: number }
  const short = shortage(refusal.rejection, variantId)
  if (!short) return null
  const left = short.inStock - (short.wanted - quantity)
  if (left <= 0) return null
  return (
    <Button
      small
      look="primary"
      onClick={() => {
        onDone()
        issue(addItemToCart, { variantId, quantity: left }, { hint: refusal.hint as CartItem })
      }}
    >
      Take the {left} that {left === 1 ? 'is' : 'are'} left
    </Button>
  )
}
