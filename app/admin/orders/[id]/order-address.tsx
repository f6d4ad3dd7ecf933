import { addressLines } from '@/app/_order/address-lines'
import type { Address } from '@/server/events/values'
import styles from './order-address.module.css'

/** Where it goes, as it is written on the parcel. */
export function OrderAddress({ address }: { address: Address }) {
  const country = new Intl.DisplayNames('en-GB', { type: 'region' }).of(address.country) ?? address.country
  return (
    <address className={styles.address}>
      {[...addressLines(address), country].map((line) => (
        <div key={line}>{line}</div>
      ))}
    </address>
  )
}
