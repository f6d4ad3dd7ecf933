'use client'

import { DialogButton } from '@/app/_ui/dialog-button'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { CancelOrderForm } from './cancel-order-form'

export function CancelOrderButton({ order }: { order: OrderDetailView }) {
  return (
    <DialogButton label="Cancel order" look="plain" title={`Cancel ${order.number}?`}>
      <CancelOrderForm order={order} />
    </DialogButton>
  )
}
