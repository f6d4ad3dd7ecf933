'use client'

import { useView } from '@/app/_client/use-view'
import { DateTime } from '@/app/_ui/date-time'
import { Facts } from '@/app/_ui/facts'
import { Link } from '@/app/_ui/link'
import { moneyText } from '@/app/_ui/money-text'
import { Stack } from '@/app/_ui/stack'
import { useShopFacts } from '@/app/shop-facts'
import type { Answer } from '@/server/engine/log/mark'
import type { CustomerStatisticsRow } from '@/server/read/customer-statistics/customer-statistics.view'
import { ordersPath } from '../order-filter'

type OrderCustomerProps = { shopperId: string; initial: Answer<CustomerStatisticsRow | null> }

/** Who it is, and what they bought so far. */
export function OrderCustomer({ shopperId, initial }: OrderCustomerProps) {
  const { currency, timeZone } = useShopFacts()
  const { data } = useView({ name: 'findCustomerStatistics', input: { shopperId }, initial })
  if (!data) return <p>Nothing is known of this customer yet.</p>
  const { name, email, guest, orders, spent, refunded, firstOrderAt } = data
  return (
    <Stack>
      <p>
        {name ?? 'Forgotten at their wish'}
        {guest && ' (guest)'}
        <br />
        {email && <Link href={ordersPath({ text: email })}>{email}</Link>}
      </p>
      <Facts
        items={[
          { label: 'Orders', value: orders },
          { label: 'Spent', value: moneyText(spent, currency) },
          ...(refunded > 0 ? [{ label: 'Refunded', value: moneyText(refunded, currency) }] : []),
          ...(firstOrderAt
            ? [{ label: 'First order', value: <DateTime utc={firstOrderAt} timeZone={timeZone} form="date" /> }]
            : []),
        ]}
      />
    </Stack>
  )
}
