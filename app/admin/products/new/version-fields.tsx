'use client'

import { type FieldMetadata, type FormMetadata, getInputProps } from '@conform-to/react'
import { Plus, X } from 'lucide-react'
import type { z } from 'zod'
import { Button } from '@/app/_ui/button'
import { Field } from '@/app/_ui/field'
import { IconButton } from '@/app/_ui/icon-button'
import { currencySign } from '@/app/_ui/money-input'
import { NumberField } from '@/app/_ui/number-field'
import type { Rejection } from '@/server/engine/commands/command'
import { MOST_VERSIONS, type productInput } from './product-input'
import { takenSku } from './taken'
import styles from './version-fields.module.css'

type Entered = z.input<ReturnType<typeof productInput>>

type VersionFieldsProps = {
  form: FormMetadata<Entered>
  field: FieldMetadata<Entered['variants'], Entered>
  currency: string
  /** What the shop said no to: a SKU may be taken. */
  rejection: Rejection | null
}

/** What a buyer chooses between: a size, a colour. One at least; a single one needs no name. */
export function VersionFields({ form, field, currency, rejection }: VersionFieldsProps) {
  const versions = field.getFieldList()
  return (
    <fieldset className={styles.versions}>
      <legend className={styles.legend}>Versions</legend>
      {versions.map((version, place) => {
        const { label, sku, price, stock } = version.getFieldset()
        return (
          <fieldset key={version.key} className={styles.version}>
            <legend className="spoken">Version {place + 1}</legend>
            <Field
              label="Version"
              optional={versions.length === 1}
              placeholder="Large, brass"
              errors={label.errors}
              {...getInputProps(label, { type: 'text' })}
            />
            <Field
              label="SKU"
              spellCheck={false}
              errors={sku.errors ?? takenSku(rejection, sku.value)}
              {...getInputProps(sku, { type: 'text' })}
            />
            <NumberField
              label="Price"
              inputMode="decimal"
              before={currencySign(currency)}
              errors={price.errors}
              {...getInputProps(price, { type: 'text' })}
            />
            <NumberField label="In stock" errors={stock.errors} {...getInputProps(stock, { type: 'text' })} />
            {versions.length > 1 && (
              <IconButton
                className={styles.remove}
                label={`Remove version ${place + 1}`}
                icon={<X aria-hidden="true" />}
                {...form.remove.getButtonProps({ name: field.name, index: place })}
                type="submit"
              />
            )}
          </fieldset>
        )
      })}
      {versions.length < MOST_VERSIONS && (
        <Button
          {...form.insert.getButtonProps({ name: field.name, defaultValue: blank })}
          type="submit"
          small
          icon={<Plus aria-hidden="true" />}
        >
          Another version
        </Button>
      )}
    </fieldset>
  )
}

const blank = { label: '', sku: '', price: '', stock: '' }
