'use client'

import type { ComponentProps } from 'react'
import { useView } from '@/app/_client/use-view'
import type { Answer } from '@/server/engine/log/mark'
import type { AddressBookView } from '@/server/read/address-book/address-book.view'
import { CheckoutForm } from './checkout-form'

type MemberCheckoutFormProps = Omit<ComponentProps<typeof CheckoutForm>, 'addresses'> & {
  book: Answer<AddressBookView>
}

/** The same for somebody with an account, who has an address book. */
export function MemberCheckoutForm({ book, ...form }: MemberCheckoutFormProps) {
  const { addresses } = useView({ name: 'getAddressBook', input: {}, initial: book }).data
  return <CheckoutForm addresses={addresses} {...form} />
}
