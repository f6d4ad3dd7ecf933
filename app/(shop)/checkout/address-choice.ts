import { addressLines } from '@/app/_order/address-lines'
import type { Address } from '@/server/events/values'
import type { SavedAddress } from '@/server/read/address-book/address-book.view'

/** The choice of an address that is not in the book. */
export const ANOTHER = 'another'

/** Where it goes: to the address that was chosen, by default to the default one; undefined where another is entered. */
export function chosenAddress(
  addresses: readonly SavedAddress[],
  choice: string | undefined,
): SavedAddress | undefined {
  if (choice === ANOTHER) return undefined
  return (
    addresses.find(({ addressId }) => addressId === choice) ??
    addresses.find(({ isDefault }) => isDefault) ??
    addresses[0]
  )
}

/** What was chosen for an order before: the saved address that says the same, or another one. */
export function choiceBefore(addresses: readonly SavedAddress[], before: Address | undefined): string | undefined {
  if (!before) return undefined
  return addresses.find(({ address }) => isSame(address, before))?.addressId ?? ANOTHER
}

function isSame(one: Address, other: Address): boolean {
  return one.country === other.country && addressLines(one).join('\n') === addressLines(other).join('\n')
}
