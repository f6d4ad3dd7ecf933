'use client'

import { getFormProps, getInputProps, getSelectProps } from '@conform-to/react'
import { z } from 'zod'
import { newId } from '@/app/_client/commands/new-id'
import { useIssue } from '@/app/_client/use-issue'
import { Field } from '@/app/_ui/field'
import { SelectField } from '@/app/_ui/select-field'
import { DialogForm } from '../_forms/dialog-form'
import { lineInput } from '../_forms/inputs'
import { useDialogForm } from '../_forms/use-dialog-form'
import { shipOrder } from './ship-order.optimistic'

const ANOTHER = 'Another carrier'
const CARRIERS = ['Royal Mail', 'Parcelforce', 'DPD', 'Evri', 'UPS', 'DHL', ANOTHER]

const missingCarrier = 'Say who carries it.'
const schema = z.object({
  trackingNumber: lineInput('Enter the number on the label. The customer follows the parcel by it.', 60),
  carrier: lineInput(missingCarrier, 60),
  otherCarrier: lineInput(missingCarrier, 60).optional(),
})
const checked = schema.refine(({ carrier, otherCarrier }) => carrier !== ANOTHER || otherCarrier, {
  path: ['otherCarrier'],
  message: missingCarrier,
})

/** The tracking number comes first: it is what the hand, or the scanner, has just now. */
export function ShipOrderForm({ orderId }: { orderId: string }) {
  const issue = useIssue()
  const [form, fields] = useDialogForm(
    checked,
    ({ trackingNumber, carrier, otherCarrier }) =>
      issue(shipOrder, { orderId, shipmentId: newId(), carrier: otherCarrier ?? carrier, trackingNumber }),
    { carrier: CARRIERS[0] ?? '' },
  )
  const { trackingNumber, carrier, otherCarrier } = fields
  return (
    <DialogForm {...getFormProps(form)} submit="Ship order">
      <Field
        label="Tracking number"
        autoComplete="off"
        spellCheck={false}
        errors={trackingNumber.errors}
        {...getInputProps(trackingNumber, { type: 'text' })}
      />
      <SelectField
        label="Carrier"
        options={CARRIERS.map((name) => ({ value: name, label: name }))}
        errors={carrier.errors}
        {...getSelectProps(carrier)}
      />
      {carrier.value === ANOTHER && (
        <Field
          label="Name of the carrier"
          errors={otherCarrier.errors}
          {...getInputProps(otherCarrier, { type: 'text' })}
        />
      )}
    </DialogForm>
  )
}
