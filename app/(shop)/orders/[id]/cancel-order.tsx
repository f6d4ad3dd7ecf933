'use client'

import { useIssue } from '@/app/_client/use-issue'
import { cancellationOf, cancelOrder } from '@/app/_order/cancel-order.optimistic'
import { Button } from '@/app/_ui/button'
import { DialogActions } from '@/app/_ui/dialog'
import { DialogButton, useCloseDialog } from '@/app/_ui/dialog-button'
import { Stack } from '@/app/_ui/stack'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { orderPath } from '../order-path'
import { BY_THE_BUYER } from './by-the-buyer'
import { CANCEL_MEANS, CancelByForm } from './cancel-by-form'

export type CancelForm = {
  page: string
  cancel: (form: FormData) => void
  /** The page was asked for with the question. */
  isAsked: boolean
}

/**
 * A buyer may think again. The question comes in a dialog; where no script runs, in the page, which is then asked for
 * once more.
 */
export function CancelOrder({ order }: { order: OrderDetailView }) {
  const { orderId } = order
  const cancel = useCancel(order)
  return (
    <form action={orderPath(orderId)} method="get" onSubmit={(event) => event.preventDefault()}>
      <input type="hidden" name="ask" value="cancel" />
      <DialogButton small type="submit" label="Cancel the order" title="Cancel this order?">
        <Question onCancel={cancel} />
      </DialogButton>
    </form>
  )
}

/** The same question in the page, which was asked for with it. */
export function CancelInPage({ order, form: { page, cancel } }: { order: OrderDetailView; form: CancelForm }) {
  return <CancelByForm orderId={order.orderId} page={page} action={cancel} onCancel={useCancel(order)} />
}

function useCancel(order: OrderDetailView): () => void {
  const issue = useIssue()
  const { orderId } = order
  return () => void issue(cancelOrder, { orderId, reason: BY_THE_BUYER }, { hint: cancellationOf(order) })
}

function Question({ onCancel }: { onCancel: () => void }) {
  const close = useCloseDialog()
  return (
    <Stack>
      <p>{CANCEL_MEANS}</p>
      <DialogActions>
        <Button onClick={close}>Keep it</Button>
        <Button
          look="danger"
          onClick={() => {
            close()
            onCancel()
          }}
        >
          Cancel the order
        </Button>
      </DialogActions>
    </Stack>
  )
}
