'use client'

import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { useRef, useState } from 'react'
import type { Address } from '@/server/events/values'
import { fieldWords } from '../_forms/field-words'
import { refusedField, type TokenRefusal } from './card-refusal'
import type { CheckoutFormProps } from './checkout-form-props'
import { type CheckoutInput, type CheckoutOrder, checkoutInput, checkoutInputWithSavedAddress } from './checkout-input'
import { useOrdering } from './use-ordering'
import { useTokenising } from './use-tokenising'

/** The form, and what becomes of it: the card to the provider, and with its token the order to the shop. */
export function useCheckoutForm(props: CheckoutFormProps, saved: Address | undefined) {
  const order = useOrdering(props)
  const { tokenise, stopWaiting } = useTokenising()
  const [refusal, setRefusal] = useState(props.posted.cardRefusal)
  const isSending = useRef(false)
  const schema = saved ? checkoutInputWithSavedAddress : checkoutInput

  const [form, fields] = useForm<CheckoutInput, CheckoutOrder>({
    id: props.id,
    lastResult: props.posted.result ?? null,
    defaultValue: props.before ?? { email: props.person?.email, address: { name: props.person?.name, country: 'GB' } },
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema, formatError: fieldWords }) as never,
    onSubmit(event, { submission }) {
      event.preventDefault()
      if (submission?.status === 'success') void send(submission.value)
    },
  })

  async function send(value: CheckoutOrder) {
    if (isSending.current) return
    const { orderId } = props
    isSending.current = true
    props.onSending(true)
    const tokenised = await tokenise(value.card)
    if (!tokenised) stopSending()
    // An order that was sent stays sent: nothing on this page sends a second one.
    else if (tokenised.ok)
      order({ orderId, entered: value, address: saved ?? value.address, payment: tokenised.method })
    else refuse(tokenised.code)
  }

  function stopSending() {
    isSending.current = false
    props.onSending(false)
  }

  function refuse(code: TokenRefusal) {
    stopSending()
    setRefusal(code)
    const field = refusedField(code)
    if (field) document.getElementById(fields.card.getFieldset()[field].id)?.focus()
  }

  return { form, fields, refusal, forgive: () => setRefusal(undefined), callOff: stopWaiting }
}
