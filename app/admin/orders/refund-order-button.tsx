'use client'

import { DialogButton } from '@/app/_ui/dialog-button'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { RefundOrderForm } from './refund-order-form'

/** `left` is what can still go back. */
export function RefundOrderButton({ order, left }: { order: OrderDetailView; left: number }) {
  return (
    <DialogButton label="Refund" title={`Refund ${order.number}`}>
      <RefundOrderForm order={order} left={left} />
    </DialogButton>
  )
}
