'use client'

import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { z } from 'zod'
import { Button } from '@/app/_ui/button'
import { Checkbox } from '@/app/_ui/checkbox'
import { DialogActions } from '@/app/_ui/dialog'
import { useCloseDialog } from '@/app/_ui/dialog-button'
import type { SelectOption } from '@/app/_ui/select-field'
import { Stack } from '@/app/_ui/stack'
import { addressInput } from '@/server/events/inputs'
import type { Address } from '@/server/events/values'
import { AddressFields } from '../_forms/address-fields'
import { fieldWords } from '../_forms/field-words'

const schema = addressInput.extend({ isDefault: z.boolean().optional() })

type AddressFormProps = {
  /** What stands in the fields at first. */
  address: Partial<Address>
  countries: readonly SelectOption[]
  /** It is the default one whatever is said: the first one, or the one that is it already. */
  isFirst: boolean
  onSave: (address: Address, isDefault: boolean) => void
}

/** An address to enter or to change, inside a dialog. */
export function AddressForm({ address, countries, isFirst, onSave }: AddressFormProps) {
  const close = useCloseDialog()
  const [form, fields] = useForm<z.input<typeof schema>, z.output<typeof schema>>({
    defaultValue: address,
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema, formatError: fieldWords }),
    onSubmit(event, { submission }) {
      event.preventDefault()
      if (submission?.status !== 'success') return
      const { isDefault = false, ...entered } = submission.value
      onSave(entered, isDefault)
      close()
    },
  })
  return (
    <form {...getFormProps(form)} method="post">
      <Stack>
        <AddressFields fields={fields} countries={countries} />
        {!isFirst && <Checkbox id={fields.isDefault.id} name={fields.isDefault.name} label="Make it the default" />}
        <DialogActions>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" look="primary">
            Save the address
          </Button>
        </DialogActions>
      </Stack>
    </form>
  )
}
