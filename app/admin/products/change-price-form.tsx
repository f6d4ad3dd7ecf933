'use client'

import { getFormProps, getInputProps, getTextareaProps } from '@conform-to/react'
import { z } from 'zod'
import { useIssue } from '@/app/_client/use-issue'
import { currencySign } from '@/app/_ui/money-input'
import { moneyText } from '@/app/_ui/money-text'
import { NumberField } from '@/app/_ui/number-field'
import { TextArea } from '@/app/_ui/text-area'
import { DialogForm } from '../_forms/dialog-form'
import { moneyInput, reasonInput } from '../_forms/inputs'
import { useDialogForm } from '../_forms/use-dialog-form'
import { changePrice } from './change-price.optimistic'

/** A version of a product, and what it costs. */
export type Priced = { productId: string; variantId: string; name: string; price: number; currency: string }

export function ChangePriceForm({ item }: { item: Priced }) {
  const { productId, variantId, price: from, currency } = item
  const issue = useIssue()
  const [form, { price, reason }] = useDialogForm(priceInputs(currency, from), (value) =>
    issue(changePrice, { productId, variantId, ...value }, { hint: { from } }),
  )
  return (
    <DialogForm {...getFormProps(form)} submit="Change price">
      <NumberField
        label="New price"
        hint={`It costs ${moneyText(from, currency)} now.`}
        inputMode="decimal"
        before={currencySign(currency)}
        errors={price.errors}
        {...getInputProps(price, { type: 'text' })}
      />
      <TextArea
        label="Reason"
        hint="It stays in the history of the product."
        rows={2}
        errors={reason.errors}
        {...getTextareaProps(reason)}
      />
    </DialogForm>
  )
}

function priceInputs(currency: string, from: number) {
  const price = moneyInput('Enter the new price.', currency).refine(
    (minor) => minor !== from,
    'That is what it costs already.',
  )
  return z.object({ price, reason: reasonInput })
}
