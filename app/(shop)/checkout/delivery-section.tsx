import type { FieldMetadata } from '@conform-to/react'
import { useState } from 'react'
import { addressLine } from '@/app/_order/address-lines'
import { Checkbox } from '@/app/_ui/checkbox'
import { ChoiceCards } from '@/app/_ui/choice-cards'
import type { SelectOption } from '@/app/_ui/select-field'
import type { Address } from '@/server/events/values'
import type { SavedAddress } from '@/server/read/address-book/address-book.view'
import { AddressFields } from '../_forms/address-fields'
import { ANOTHER } from './address-choice'
import styles from './delivery-section.module.css'
import { FormSection } from './form-section'

type DeliverySectionProps = {
  fields: {
    address: { getFieldset: () => { [Name in keyof Address]: FieldMetadata<string | undefined> } }
    keepAddress: FieldMetadata<boolean | undefined>
  }
  addresses: readonly SavedAddress[]
  chosenId: string
  onChoose: (id: string) => void
  countries: readonly SelectOption[]
  /** Whether there is a book to keep a new address in. */
  mayKeep: boolean
}

/** Where it goes: to a saved address, or to one that is entered. */
export function DeliverySection(props: DeliverySectionProps) {
  const { fields, addresses, chosenId, onChoose, countries, mayKeep } = props
  const isAnother = chosenId === ANOTHER
  // What was typed stays when a saved address is chosen after all, and shows again with another choice.
  const [wasAnother, setWasAnother] = useState(isAnother)
  if (isAnother && !wasAnother) setWasAnother(true)
  const another = (
    <>
      <AddressFields fields={fields.address.getFieldset()} countries={countries} />
      {mayKeep && (
        <Checkbox
          id={fields.keepAddress.id}
          name={fields.keepAddress.name}
          label="Keep this address for next time"
          defaultChecked
        />
      )}
    </>
  )
  return (
    <FormSection title="Delivery">
      {addresses.length > 0 && (
        <ChoiceCards
          id="address-choice"
          name="addressChoice"
          legend="Send it to"
          value={chosenId}
          onChoose={onChoose}
          options={[
            ...addresses.map(({ addressId, address }) => ({
              value: addressId,
              label: address.name,
              detail: addressLine(address),
            })),
            { value: ANOTHER, label: 'Another address' },
          ]}
        />
      )}
      {wasAnother ? (
        <fieldset className={styles.another} hidden={!isAnother} disabled={!isAnother}>
          {another}
        </fieldset>
      ) : (
        <noscript>
          <div className={styles.another}>
            <p>If it goes to another address, enter it here.</p>
            {another}
          </div>
        </noscript>
      )}
    </FormSection>
  )
}
