'use client'

import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import { Disclosure } from '@/app/_ui/disclosure'
import { TextField } from '../_forms/text-field'
import { type CardField, cardErrors, type TokenRefusal } from './card-refusal'
import styles from './card-section.module.css'
import type { CheckoutInput } from './checkout-input'
import { FormSection } from './form-section'
import { TestCards } from './test-card-list'

type CardSectionProps = {
  form: FormMetadata<CheckoutInput>
  fields: { [Name in CardField]: FieldMetadata<string | undefined> }
  refusal: TokenRefusal | undefined
  /** Something about the card is being changed. */
  onInput: () => void
}

/** The card. It goes to the payment provider and nowhere else: not into the order, and not into what this browser remembers. */
export function CardSection({ form, fields, refusal, onInput }: CardSectionProps) {
  function fill(card: Record<CardField, string>) {
    for (const name of ['number', 'expiry', 'cvc'] as const) form.update({ name: fields[name].name, value: card[name] })
    onInput()
  }

  return (
    <FormSection title="Payment">
      <div className={styles.card} onInput={onInput}>
        <div className={styles.number}>
          <TextField
            field={fields.number}
            errors={cardErrors(refusal, 'number')}
            label="Card number"
            inputMode="numeric"
            autoComplete="cc-number"
          />
        </div>
        <TextField
          field={fields.expiry}
          errors={cardErrors(refusal, 'expiry')}
          label="Expiry"
          placeholder="MM/YY"
          autoComplete="cc-exp"
        />
        <TextField
          field={fields.cvc}
          errors={cardErrors(refusal, 'cvc')}
          label="Security code"
          inputMode="numeric"
          autoComplete="cc-csc"
        />
      </div>
      <Disclosure summary="Which card? A test card" open>
        <TestCards onChoose={fill} />
      </Disclosure>
    </FormSection>
  )
}
