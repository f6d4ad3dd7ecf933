'use client'

import { useIssue } from '@/app/_client/use-issue'
import { Button } from '@/app/_ui/button'
import { DialogActions } from '@/app/_ui/dialog'
import { DialogButton, useCloseDialog } from '@/app/_ui/dialog-button'
import { Stack } from '@/app/_ui/stack'
import { cancelOrder } from '@/app/admin/orders/cancel-order.optimistic'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'

/** As long as nothing has been sent, a buyer may think again. */
export function CancelOrder({ order }: { order: OrderDetailView }) {
  return (
    <DialogButton label="Cancel the order" title="Cancel this order?">
      <Question order={order} />
    </DialogButton>
  )
}

function Question({ order: { orderId, payment, shopperId, placedAt, amounts, lines } }: { order: OrderDetailView }) {
  const issue = useIssue()
  const close = useCloseDialog()

  function cancel() {
    close()
    const goesBack = lines.map(({ variantId, productId, quantity, amount }) => ({
      variantId,
      productId,
      quantity,
      amount,
    }))
    const hint = { paymentId: payment.paymentId, shopperId, placedAt, total: amounts.total, lines: goesBack }
    issue(cancelOrder, { orderId, reason: 'Cancelled by the buyer' }, { hint })
  }

  return (
    <Stack>
      <p>Everything goes back on the shelf, and the payment is let go. A cancelled order stays cancelled.</p>
      <DialogActions>
        <Button onClick={close}>Keep it</Button>
        <Button look="danger" onClick={cancel}>
          Cancel the order
        </Button>
      </DialogActions>
    </Stack>
  )
}
