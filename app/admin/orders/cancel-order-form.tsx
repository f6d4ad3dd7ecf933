'use client'

import { getFormProps, getTextareaProps } from '@conform-to/react'
import { z } from 'zod'
import { useIssue } from '@/app/_client/use-issue'
import { cancellationOf, cancelOrder } from '@/app/_order/cancel-order.optimistic'
import { TextArea } from '@/app/_ui/text-area'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { DialogForm } from '../_forms/dialog-form'
import { reasonInput } from '../_forms/inputs'
import { useDialogForm } from '../_forms/use-dialog-form'

const schema = z.object({ reason: reasonInput })

export function CancelOrderForm({ order }: { order: OrderDetailView }) {
  const issue = useIssue()
  const [form, { reason }] = useDialogForm(schema, (value) =>
    issue(cancelOrder, { orderId: order.orderId, ...value }, { hint: cancellationOf(order) }),
  )
  return (
    <DialogForm {...getFormProps(form)} submit="Cancel order" look="danger" back="Keep it">
      <p>
        Its items go back on the shelf, and {order.refunds.length > 0 ? 'what is left of ' : ''}its payment is given up.
        A cancelled order stays cancelled.
      </p>
      <TextArea
        label="Reason"
        hint="The customer sees it on the order."
        rows={2}
        errors={reason.errors}
        {...getTextareaProps(reason)}
      />
    </DialogForm>
  )
}
