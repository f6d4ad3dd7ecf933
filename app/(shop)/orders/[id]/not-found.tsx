import type { Metadata } from 'next'
import { ButtonLink } from '@/app/_ui/button-link'
import { PageMessage } from '@/app/_ui/page-message'

export const metadata: Metadata = { title: 'Order not found' }

/** No such order, or another's: which of the two is nobody's business. */
export default function OrderNotFound() {
  return (
    <PageMessage
      title="There is no such order here"
      actions={
        <>
          <ButtonLink href="/orders" look="primary">
            Your orders
          </ButtonLink>
          <ButtonLink href="/sign-in?next=/orders">Sign in</ButtonLink>
        </>
      }
    >
      An order is shown to whoever placed it, and to nobody else. If it was you, sign in with the account that you had
      then, or look from the device that you ordered from.
    </PageMessage>
  )
}
