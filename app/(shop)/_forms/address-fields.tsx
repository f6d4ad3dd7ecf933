import type { FieldMetadata } from '@conform-to/react'
import { SelectField, type SelectOption } from '@/app/_ui/select-field'
import type { Address } from '@/server/events/values'
import styles from './address-fields.module.css'
import { TextField } from './text-field'

type AddressFieldsProps = {
  /** conform's fields of an address. */
  fields: { [Name in keyof Address]: FieldMetadata<string | undefined> }
  countries: readonly SelectOption[]
}

/** Where something goes, in the order in which one writes it on a parcel. */
export function AddressFields({ fields, countries }: AddressFieldsProps) {
  const { country } = fields
  return (
    <div className={styles.address}>
      <div className={styles.whole}>
        <TextField field={fields.name} label="Name" autoComplete="name" />
      </div>
      <div className={styles.whole}>
        <TextField field={fields.line1} label="Address line 1" autoComplete="address-line1" />
      </div>
      <div className={styles.whole}>
        <TextField field={fields.line2} label="Address line 2" optional autoComplete="address-line2" />
      </div>
      <TextField field={fields.postcode} label="Postcode" autoComplete="postal-code" />
      <TextField field={fields.city} label="Town or city" autoComplete="address-level2" />
      <div className={styles.whole}>
        <SelectField
          key={country.key}
          id={country.id}
          name={country.name}
          defaultValue={country.initialValue}
          errors={country.errors}
          label="Country"
          autoComplete="country"
          options={countries}
        />
      </div>
    </div>
  )
}
