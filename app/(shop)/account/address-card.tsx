'use client'

import { useIssue } from '@/app/_client/use-issue'
import { addressLines } from '@/app/_order/address-lines'
import { Badge } from '@/app/_ui/badge'
import { Button } from '@/app/_ui/button'
import { DialogButton } from '@/app/_ui/dialog-button'
import type { SelectOption } from '@/app/_ui/select-field'
import type { SavedAddress } from '@/server/read/address-book/address-book.view'
import styles from './address-card.module.css'
import { AddressForm } from './address-form'
import { updateAddress } from './update-address.optimistic'

/** One saved address, and what can be done with it. */
export function AddressCard({ saved, countries }: { saved: SavedAddress; countries: readonly SelectOption[] }) {
  const issue = useIssue()
  const { addressId, address, isDefault } = saved
  const country = countries.find(({ value }) => value === address.country)?.label ?? address.country
  return (
    <div className={styles.card}>
      <address className={styles.address}>
        {[...addressLines(address), country].map((line) => (
          <div key={line}>{line}</div>
        ))}
      </address>
      <div className={styles.actions}>
        <DialogButton small label="Change" title="Change this address" aria-label={`Change ${address.line1}`}>
          <AddressForm
            countries={countries}
            address={address}
            isFirst={isDefault}
            onSave={(changed, becomesDefault) =>
              issue(updateAddress, { addressId, address: changed, isDefault: isDefault || becomesDefault })
            }
          />
        </DialogButton>
        {isDefault ? (
          <Badge tone="tide">Default</Badge>
        ) : (
          <Button small look="plain" onClick={() => issue(updateAddress, { addressId, address, isDefault: true })}>
            Make it the default
          </Button>
        )}
      </div>
    </div>
  )
}
