'use client'

import { getFormProps, getInputProps } from '@conform-to/react'
import { z } from 'zod'
import { useIssue } from '@/app/_client/use-issue'
import { NumberField } from '@/app/_ui/number-field'
import { DialogForm } from '../_forms/dialog-form'
import { countInput } from '../_forms/inputs'
import { useDialogForm } from '../_forms/use-dialog-form'
import { restockProduct } from './restock-product.optimistic'

/** A version of a product, as the shelf knows it. */
export type Restocked = { productId: string; variantId: string; name: string; onHand: number }

const schema = z.object({ quantity: countInput('Enter how many came in.', 1, 100_000) })

export function RestockForm({ item }: { item: Restocked }) {
  const { productId, variantId, onHand } = item
  const issue = useIssue()
  const [form, { quantity }] = useDialogForm(schema, (value) =>
    issue(restockProduct, { productId, variantId, ...value }),
  )
  return (
    <DialogForm {...getFormProps(form)} submit="Restock">
      <NumberField
        label="How many came in"
        hint={`${onHand.toLocaleString('en-GB')} can be sold now.`}
        errors={quantity.errors}
        {...getInputProps(quantity, { type: 'text' })}
      />
    </DialogForm>
  )
}
