import type { Metadata } from 'next'
import { orderNumber } from '@/server/events/order-number'
import { askHistory } from '../../../_history/ask-history'
import { HistoryPage } from '../../../_history/history-page'
import type { SearchParams } from '../../../address'
import { orderHistoryPath, orderPath, ordersPath } from '../../order-filter'
import { askOrderNumber } from '../ask-order'
import { OrderStanding } from './order-standing'

type OrderHistoryPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: OrderHistoryPageProps): Promise<Metadata> {
  const number = await askOrderNumber((await params).id)
  return { title: number ? `History of ${number}` : 'Order not found' }
}

export default async function OrderHistoryPage({ params, searchParams }: OrderHistoryPageProps) {
  const orderId = (await params).id
  const { life, asked, writing } = await askHistory('order', orderId, await searchParams)
  const { standing } = life
  const number = standing?.number ?? orderNumber(orderId)
  return (
    <HistoryPage
      trail={[
        { href: ordersPath({}), label: 'Orders' },
        { href: orderPath(orderId), label: number },
      ]}
      name={number}
      path={orderHistoryPath(orderId)}
      life={life}
      asked={asked}
      writing={{ ...writing, currency: standing?.currency ?? writing.currency }}
      standing={standing && <OrderStanding order={standing} />}
    />
  )
}
