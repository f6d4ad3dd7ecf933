import type { Metadata } from 'next'
import { whoIsAsking } from '@/app/_server/actor'
import { ask } from '@/app/_server/ask'
import { notPastTheLast } from '@/app/_server/last-page'
import { listOwnOrders } from '@/server/read/order-history/order-history.query'
import { OrderHistory } from './order-history'
import { ordersPath } from './order-path'

export const metadata: Metadata = { title: 'Your orders', robots: { index: false } }

const ORDERS_A_PAGE = 10

export default async function OrdersPage({ searchParams }: { searchParams: Promise<{ page?: string }> }) {
  const asked = Number.parseInt((await searchParams).page ?? '1', 10)
  const input = { page: asked >= 1 && asked <= 10_000 ? asked : 1, pageSize: ORDERS_A_PAGE }
  const [{ person }, initial] = await Promise.all([whoIsAsking(), ask(listOwnOrders, input)])
  notPastTheLast(initial.data, ordersPath)
  return <OrderHistory input={input} initial={initial} isGuest={!person} />
}
