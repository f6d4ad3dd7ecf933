import type { Address } from '@/server/events/values'

/** An address as it stands on a parcel, without its country. */
export function addressLines({ name, line1, line2, city, postcode }: Address): string[] {
  return [name, line1, line2, `${city} ${postcode}`].filter(Boolean)
}

/** The same in one line, without the name. */
export function addressLine(address: Address): string {
  return addressLines(address).slice(1).join(', ')
}
