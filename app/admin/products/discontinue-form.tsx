'use client'

import { getFormProps, getTextareaProps } from '@conform-to/react'
import { z } from 'zod'
import { useIssue } from '@/app/_client/use-issue'
import { TextArea } from '@/app/_ui/text-area'
import { DialogForm } from '../_forms/dialog-form'
import { reasonInput } from '../_forms/inputs'
import { useDialogForm } from '../_forms/use-dialog-form'
import { discontinueProduct } from './discontinue-product.optimistic'

const schema = z.object({ reason: reasonInput })

export function DiscontinueForm({ productId }: { productId: string }) {
  const issue = useIssue()
  const [form, { reason }] = useDialogForm(schema, (value) => issue(discontinueProduct, { productId, ...value }))
  return (
    <DialogForm {...getFormProps(form)} submit="Discontinue" look="danger" back="Keep it on sale">
      <p>It leaves the shop at once, and cannot be put back on sale. Orders that were placed are sent all the same.</p>
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
