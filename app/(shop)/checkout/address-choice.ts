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
