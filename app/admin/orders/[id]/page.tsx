import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ask } from '@/app/_server/ask'
import { Columns } from '@/app/_ui/columns'
import { Link } from '@/app/_ui/link'
import { Stack } from '@/app/_ui/stack'
import { orderNumber } from '@/server/events/order-number'
import { findCustomerStatistics } from '@/server/read/customer-statistics/customer-statistics.query'
import { Section } from '../../_chrome/section'
import { orderHistoryPath } from '../order-filter'
import { askOrder, askOrderNumber } from './ask-order'
import { OrderAddress } from './order-address'
import { OrderAmounts } from './order-amounts'
import { OrderBeingUpdated } from './order-being-updated'
import { OrderCustomer } from './order-customer'
import { OrderHead } from './order-head'
import { OrderLines } from './order-lines'
import { OrderPayment } from './order-payment'
import { OrderTimeline } from './order-timeline'

type OrderPageProps = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: OrderPageProps): Promise<Metadata> {
  return { title: (await askOrderNumber((await params).id)) ?? 'Order not found' }
}

export default async function OrderPage({ params }: OrderPageProps) {
  const { id } = await params
  const initial = await askOrder(id)
  const isSeenTo = initial?.parked?.includes(id.toLowerCase())
  if (isSeenTo && !initial?.data) return <OrderBeingUpdated number={orderNumber(id)} />
  if (!initial?.data) notFound()
  const { orderId, shopperId, lines, currency, address, origin } = initial.data
  const customer = shopperId ? await ask(findCustomerStatistics, { shopperId }) : null
  return (
    <Stack gap="l">
      <OrderHead initial={initial} />
      <Columns
        aside={
          <>
            <Section title="Customer">
              {shopperId && customer ? (
                <OrderCustomer shopperId={shopperId} initial={customer} />
              ) : (
                <p>Nobody is known to have bought this.</p>
              )}
            </Section>
            {address && (
              <Section title="Goes to">
                <OrderAddress address={address} />
              </Section>
            )}
            {origin === 'shop' && (
              <Section title="Payment">
                <OrderPayment initial={initial} />
              </Section>
            )}
          </>
        }
      >
        <Stack gap="l">
          <Stack>
            <OrderLines lines={lines} currency={currency} />
            <OrderAmounts initial={initial} />
          </Stack>
          <Section
            title="What happened"
            aside={<Link href={orderHistoryPath(orderId)}>Every event, before and after</Link>}
          >
            <OrderTimeline initial={initial} />
          </Section>
        </Stack>
      </Columns>
    </Stack>
  )
}
