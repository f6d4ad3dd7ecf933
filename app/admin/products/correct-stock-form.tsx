'use client'

import { getFormProps, getInputProps, getSelectProps } from '@conform-to/react'
import { useState } from 'react'
import { z } from 'zod'
import { useIssue } from '@/app/_client/use-issue'
import { NumberField } from '@/app/_ui/number-field'
import { SelectField } from '@/app/_ui/select-field'
import { CORRECTION_REASONS } from '@/server/events/product'
import { DialogForm } from '../_forms/dialog-form'
import { countInput } from '../_forms/inputs'
import { useDialogForm } from '../_forms/use-dialog-form'
import { capital } from '../_history/field-words'
import { correctStock } from './correct-stock.optimistic'
import { reasonWord } from './correction-words'
import type { Restocked } from './restock-form'

const reasons = CORRECTION_REASONS.map((value) => ({ value, label: capital(reasonWord(value)) }))

export function CorrectStockForm({ item: { productId, variantId, onHand } }: { item: Restocked }) {
  // As the dialog was opened: what is ordered while somebody counts makes no difference to the count.
  const [seen] = useState(onHand)
  const issue = useIssue()
  const [form, { counted, reason }] = useDialogForm(
    countedInputs(seen),
    (value) => issue(correctStock, { productId, variantId, seen, ...value }),
    { reason: 'counted' },
  )
  return (
    <DialogForm {...getFormProps(form)} submit="Correct stock">
      <NumberField
        label="How many can be sold"
        hint={`The shop says ${seen.toLocaleString('en-GB')}. Leave out what is ordered and not sent yet: it has been taken off already.`}
        errors={counted.errors}
        {...getInputProps(counted, { type: 'text' })}
      />
      <SelectField label="Reason" options={reasons} errors={reason.errors} {...getSelectProps(reason)} />
    </DialogForm>
  )
}

function countedInputs(seen: number) {
  const counted = countInput('Enter how many you counted.', 0, 1_000_000).refine(
    (count) => count !== seen,
    'That is what the shop says already.',
  )
  return z
    .object({ counted, reason: z.enum(CORRECTION_REASONS, { error: 'Choose why.' }) })
    .refine(({ counted, reason }) => counted < seen || reason === 'counted', {
      path: ['reason'],
      error: 'There are more than the shop says: so none is damaged or lost.',
    })
}
