'use client'

import { getFormProps } from '@conform-to/react'
import { useState } from 'react'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import type { CartViewLine } from '@/server/read/cart/cart.view'
import { TextField } from '../_forms/text-field'
import { ANOTHER, choiceBefore, chosenAddress } from './address-choice'
import { CardSection } from './card-section'
import styles from './checkout-form.module.css'
import type { CheckoutFormProps } from './checkout-form-props'
import { DeliverySection } from './delivery-section'
import { FormSection } from './form-section'
import type { PostedOrder } from './posted-order'
import { PostedOrderRefusal } from './posted-order-refusal'
import { useCheckoutForm } from './use-checkout-form'
import { WaitingNotice } from './waiting-notice'

/** Contact, delivery, payment. */
export function CheckoutForm(props: CheckoutFormProps) {
  const { person, before, addresses, countries, page, orderId, lines, posted, action, waiting } = props
  const [choice, choose] = useState(() => postedChoice(posted) ?? choiceBefore(addresses, before?.address))
  const saved = chosenAddress(addresses, choice)
  const { form, fields, refusal, forgive, callOff } = useCheckoutForm(props, saved?.address)

  return (
    // Pressed before the script is there, or where there is none, the button posts the form.
    <form {...getFormProps(form)} action={action} className={styles.form}>
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="orderId" value={orderId} />
      <input type="hidden" name="lines" value={JSON.stringify(lines.map(asSeen))} />
      <PostedOrderRefusal posted={posted} />
      <FormSection title="Contact">
        <TextField
          field={fields.email}
          label="E-mail"
          type="email"
          autoComplete="email"
          hint="It stands on the order, and the confirmation is written to it."
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
      {waiting && <WaitingNotice isOrdered={waiting === 'ordered'} onCallOff={callOff} />}
      {refusal === 'Unreachable' && (
        <Notice tone="refusal" title="The payment provider could not be reached">
          Nothing was ordered and nothing was charged. What you entered is still here: try once more.
        </Notice>
      )}
    </form>
  )
}

const asSeen = ({ variantId, quantity, unitPrice }: CartViewLine) => ({ variantId, quantity, unitPrice })

function postedChoice({ result }: PostedOrder): string | undefined {
  const choice = result?.initialValue?.addressChoice
  return typeof choice === 'string' ? choice : undefined
}
