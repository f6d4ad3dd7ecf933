'use client'

import { getFormProps, getInputProps, getTextareaProps } from '@conform-to/react'
import { z } from 'zod'
import { newId } from '@/app/_client/commands/new-id'
import { useIssue } from '@/app/_client/use-issue'
import { currencySign, moneyInputText } from '@/app/_ui/money-input'
import { moneyText } from '@/app/_ui/money-text'
import { NumberField } from '@/app/_ui/number-field'
import { TextArea } from '@/app/_ui/text-area'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { DialogForm } from '../_forms/dialog-form'
import { moneyInput, reasonInput } from '../_forms/inputs'
import { useDialogForm } from '../_forms/use-dialog-form'
import { refundOf, refundOrder } from './refund-order.optimistic'

/** All that is left stands there already; part of it is typed over it. */
export function RefundOrderForm({ order, left }: { order: OrderDetailView; left: number }) {
  const { orderId, currency, status } = order
  const issue = useIssue()
  const [form, { amount, reason }] = useDialogForm(
    refundInput(currency, left),
    (value) => issue(refundOrder, { orderId, refundId: newId(), ...value }, { hint: refundOf(order, value.amount) }),
    { amount: moneyInputText(left, currency) },
  )
  return (
    <DialogForm {...getFormProps(form)} submit="Refund">
      <NumberField
        label="Amount"
        hint={`At most ${moneyText(left, currency)}.${status === 'paid' ? ' With all of it the order is cancelled.' : ''}`}
        inputMode="decimal"
        before={currencySign(currency)}
        errors={amount.errors}
        {...getInputProps(amount, { type: 'text' })}
      />
      <TextArea
        label="Reason"
        hint="The customer sees it beside the refund."
        rows={2}
        errors={reason.errors}
        {...getTextareaProps(reason)}
      />
    </DialogForm>
  )
}

function refundInput(currency: string, left: number) {
  const amount = moneyInput('Enter how much goes back.', currency)
    .refine((minor) => minor > 0, 'Nothing is no refund.')
    .refine((minor) => minor <= left, `At most ${moneyText(left, currency)} can go back.`)
  return z.object({ amount, reason: reasonInput })
}
