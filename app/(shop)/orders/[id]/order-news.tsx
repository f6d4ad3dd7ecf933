'use client'

import { Notice } from '@/app/_ui/notice'
import { rejectionWords } from '@/app/_words/rejection-words'
import { useShopFacts } from '@/app/shop-facts'
import type { Rejection } from '@/server/engine/command'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { PutBack } from './put-back'

type OrderNewsProps = {
  order: OrderDetailView
  /** Why it was not cancelled when that was asked for by a form. */
  notCancelled: Rejection | null
  page: string
}

/** What one should know of the order before anything else. */
export function OrderNews({ order, notCancelled, page }: OrderNewsProps) {
  return (
    <>
      {notCancelled && <NotCancelled rejection={notCancelled} />}
      <PaymentNews order={order} page={page} />
    </>
  )
}

function PaymentNews({ order, page }: { order: OrderDetailView; page: string }) {
  const { payment, status } = order
  if (payment.status === 'declined') {
    return (
      <Notice tone="refusal" title="The payment was declined" actions={<PutBack order={order} page={page} />}>
        {payment.reason} Nothing was charged, and the order is cancelled. With another card it may go better.
      </Notice>
    )
  }
  if (status === 'cancelled') {
    return (
      <Notice title="This order is cancelled" actions={<PutBack order={order} page={page} />}>
        Nothing is sent, and nothing stays charged.
      </Notice>
    )
  }
  if (status === 'shipped') return null
  return <PaymentStanding status={status === 'paid' ? 'authorised' : payment.status} />
}

/** One box for all of these, of one height: when the answer comes, nothing on the page moves. */
function PaymentStanding({ status }: Pick<OrderDetailView['payment'], 'status'>) {
  if (status === 'authorised') {
    return (
      <Notice tone="done" title="Paid">
        It is being packed. This page will say when it is sent.
      </Notice>
    )
  }
  return status === 'delayed' ? (
    <Notice title="The payment takes its time">The bank has not decided yet. You need not wait here for it.</Notice>
  ) : (
    <Notice title="The payment is being authorised">That takes a moment. The order stands meanwhile.</Notice>
  )
}

/** The order could not be cancelled any more, when that was asked for by a form. */
function NotCancelled({ rejection }: { rejection: Rejection }) {
  const { currency } = useShopFacts()
  const { title, body } = rejectionWords(rejection, currency)
  return (
    <Notice tone="refusal" title={title}>
      {body}
    </Notice>
  )
}
