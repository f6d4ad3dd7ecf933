'use client'

import { getFormProps } from '@conform-to/react'
import { useState } from 'react'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { TextField } from '../_forms/text-field'
import { ANOTHER, chosenAddress } from './address-choice'
import { CardSection } from './card-section'
import styles from './checkout-form.module.css'
import type { CheckoutFormProps } from './checkout-form-props'
import { DeliverySection } from './delivery-section'
import { FormSection } from './form-section'
import { useCheckoutForm } from './use-checkout-form'

/** Contact, delivery, payment. */
export function CheckoutForm(props: CheckoutFormProps) {
  const { person, addresses, countries } = props
  const [choice, choose] = useState<string>()
  const saved = chosenAddress(addresses, choice)
  const { form, fields, refusal, forgive } = useCheckoutForm(props, saved?.address)

  return (
    // POST, so that a press before the script is there puts no card into an address.
    <form {...getFormProps(form)} method="post" className={styles.form}>
      <FormSection title="Contact">
        <TextField
          field={fields.email}
          label="E-mail"
          type="email"
          autoComplete="email"
          hint="It stands on the order. The demonstration writes to nobody."
        />
        {!person && (
          <p className={styles.aside}>
            Have you an account? <Link href="/sign-in?next=/checkout">Sign in</Link>: your addresses are there, and the
            cart comes along.
          </p>
        )}
      </FormSection>
      <DeliverySection
        fields={fields}
        addresses={addresses}
        chosenId={saved?.addressId ?? ANOTHER}
        onChoose={choose}
        countries={countries}
        mayKeep={person !== null}
      />
      <CardSection form={form} fields={fields.card.getFieldset()} refusal={refusal} onInput={forgive} />
      {refusal === 'Unreachable' && (
        <Notice tone="refusal" title="The payment provider could not be reached">
          Nothing was ordered and nothing was charged. What you entered is still here: try once more.
        </Notice>
      )}
    </form>
  )
}
