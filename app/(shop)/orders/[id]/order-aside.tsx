import { addressLines } from '@/app/_order/address-lines'
import { Amounts } from '@/app/_order/amounts'
import { paidBackOf } from '@/app/_order/paid-back'
import { Heading } from '@/app/_ui/heading'
import { moneyText } from '@/app/_ui/money-text'
import type { SelectOption } from '@/app/_ui/select-field'
import { Stack } from '@/app/_ui/stack'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import styles from './order-aside.module.css'

type OrderAsideProps = { order: OrderDetailView; countries: readonly SelectOption[] }

/** What it cost, where it goes, and how it is paid. */
export function OrderAside({ order, countries }: OrderAsideProps) {
  const { amounts, currency, address, payment } = order
  const refunded = paidBackOf(order)
  return (
    <>
      <Stack>
        <Heading level={2}>Amounts</Heading>
        <Amounts amounts={amounts} currency={currency} />
        {refunded > 0 && <p className={styles.note}>{moneyText(refunded, currency)} of it has been paid back.</p>}
      </Stack>
      {address && (
        <div>
          <h3>Goes to</h3>
          <address className={styles.address}>
            {addressLines(address).map((line) => (
              <div key={line}>{line}</div>
            ))}
            <div>{countries.find(({ value }) => value === address.country)?.label ?? address.country}</div>
          </address>
        </div>
      )}
      {payment.last4 && (
        <div>
          <h3>Card</h3>
          <p className={styles.address}>
            {payment.brand} ending in {payment.last4}
          </p>
        </div>
      )}
    </>
  )
}
