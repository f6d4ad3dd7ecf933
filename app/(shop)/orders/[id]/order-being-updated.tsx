import { ButtonLink } from '@/app/_ui/button-link'
import { PageMessage } from '@/app/_ui/page-message'

/** The order was placed, and what pages show of it could not be written yet. The page goes on asking. */
export function OrderBeingUpdated() {
  return (
    <PageMessage title="Your order is being updated" actions={<ButtonLink href="/orders">Your orders</ButtonLink>}>
      The shop has it, and cannot show it just now. Nothing is lost: it will stand here as soon as that is mended.
    </PageMessage>
  )
}
