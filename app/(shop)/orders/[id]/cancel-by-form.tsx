'use client'

import { Button } from '@/app/_ui/button'
import { ButtonLink } from '@/app/_ui/button-link'
import { Notice } from '@/app/_ui/notice'
import { orderPath } from '../order-path'

export const CANCEL_MEANS =
  'Everything goes back on the shelf, and nothing stays charged. A cancelled order stays cancelled.'

type CancelByFormProps = {
  orderId: string
  page: string
  action: (form: FormData) => void
  onCancel: () => void
}

/** The question as a part of the page. */
export function CancelByForm({ orderId, page, action, onCancel }: CancelByFormProps) {
  return (
    <form
      id="cancel"
      action={action}
      onSubmit={(event) => {
        event.preventDefault()
        onCancel()
      }}
    >
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="orderId" value={orderId} />
      <Notice
        title="Cancel this order?"
        actions={
          <>
            <ButtonLink small href={orderPath(orderId)}>
              Keep it
            </ButtonLink>
            <Button small type="submit" look="danger">
              Cancel the order
            </Button>
          </>
        }
      >
        {CANCEL_MEANS}
      </Notice>
    </form>
  )
}
