import { ButtonLink } from '@/app/_ui/button-link'
import { PageMessage } from '@/app/_ui/page-message'

/** Nobody knows of the order yet: it is on its way, or it was never sent. The page goes on asking. */
export function LookingForOrder() {
  return (
    <PageMessage
      title="Looking for your order"
      actions={
        <>
          <ButtonLink href="/orders">Your orders</ButtonLink>
          <ButtonLink href="/cart">Your cart</ButtonLink>
        </>
      }
    >
      The shop does not have it yet. If you placed it a moment ago, it will stand here as soon as it has arrived; if it
      never left, everything is still in your cart.
    </PageMessage>
  )
}
