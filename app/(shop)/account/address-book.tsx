'use client'

import { newId } from '@/app/_client/commands/new-id'
import { useIssue } from '@/app/_client/use-issue'
import { useView } from '@/app/_client/use-view'
import { DialogButton } from '@/app/_ui/dialog-button'
import type { SelectOption } from '@/app/_ui/select-field'
import type { Answer } from '@/server/engine/log/mark'
import type { AddressBookView } from '@/server/read/address-book/address-book.view'
import styles from './address-book.module.css'
import { AddressCard } from './address-card'
import { AddressForm } from './address-form'
import { updateAddress } from './update-address.optimistic'

type AddressBookProps = { initial: Answer<AddressBookView>; countries: readonly SelectOption[]; name: string }

/** The saved addresses, each of which can be changed, and a place for one more. */
export function AddressBook({ initial, countries, name }: AddressBookProps) {
  const { addresses } = useView({ name: 'getAddressBook', input: {}, initial }).data
  const issue = useIssue()
  return (
    <div className={styles.book}>
      {addresses.length === 0 ? (
        <p className={styles.none}>None yet. Save one, and the checkout will know it.</p>
      ) : (
        <ul className={styles.addresses}>
          {addresses.map((saved) => (
            <li key={saved.addressId}>
              <AddressCard saved={saved} countries={countries} />
            </li>
          ))}
        </ul>
      )}
      <DialogButton label="Add an address" title="A new address">
        <AddressForm
          countries={countries}
          address={{ name, country: 'GB' }}
          isFirst={addresses.length === 0}
          onSave={(address, isDefault) => issue(updateAddress, { addressId: newId(), address, isDefault })}
        />
      </DialogButton>
    </div>
  )
}
