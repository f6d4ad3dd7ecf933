import type { Address } from '@/server/events/values'

/** Where it goes, as it is written on the parcel. */
export function OrderAddress({ address }: { address: Address | null }) {
  if (!address) return <p>No address is known.</p>
  const { name, line1, line2, city, postcode, country } = address
  return (
    <address>
      {[name, line1, line2, city, postcode, country].filter(Boolean).map((line) => (
        <div key={line}>{line}</div>
      ))}
    </address>
  )
}
