'use client'

import { isOrderPaidBack } from '@/app/_order/paid-back'
import { Notice } from '@/app/_ui/notice'
import { rejectionWords } from '@/app/_words/rejection-words'
import { useShopFacts } from '@/app/shop-facts'
import type { Rejection } from '@/server/engine/commands/command'
import type { OrderDetailView } from '@/server/read/order-detail/order-detail.view'
import { type CancelForm, CancelInPage, CancelOrder } from './cancel-order'
import { mayBeCancelled } from './may-be-cancelled'
import styles from './order-news.module.css'
import { PutBack, TryAnotherCard } from './put-back'

type OrderNewsProps = {
  order: OrderDetailView
  /** Why it was not cancelled when that was asked for by a form. */
  notCancelled: Rejection | null
  form: CancelForm
}

/**
 * What one should know of the order before anything else, and what can be done about it. All of it has one box, with room
 * for whichever is the longest: when the payment is answered or the parcel goes, nothing on the page moves.
 */
export function OrderNews({ order, notCancelled, form }: OrderNewsProps) {
  return (
    <>
      {notCancelled && <NotCancelled rejection={notCancelled} />}
      {mayBeCancelled(order) && form.isAsked && <CancelInPage order={order} form={form} />}
      <div className={styles.news}>
        <Standing order={order} form={form} />
      </div>
    </>
  )
}

function Standing({ order, form }: { order: OrderDetailView; form: CancelForm }) {
  const { payment, status, shipments } = order
  const cancel = mayBeCancelled(order) && !form.isAsked && <CancelOrder order={order} />
  const isPaid = status === 'paid' || payment.status === 'authorised'
  if (payment.status === 'declined') {
    return (
      <Notice
        tone="refusal"
        title="The payment was declined"
        actions={<TryAnotherCard order={order} page={form.page} />}
      >
        {payment.reason} Nothing was charged, and the order is cancelled.
      </Notice>
    )
  }
  if (status === 'cancelled') {
    return (
      <Notice tone="refusal" title="This order is cancelled" actions={<PutBack order={order} page={form.page} />}>
        Nothing is sent, and nothing stays charged.
      </Notice>
    )
  }
  if (isOrderPaidBack(order)) {
    return (
      <Notice title="Paid back" actions={cancel}>
        All that was paid for it has gone back, and it is not sent.
      </Notice>
    )
  }
  if (status === 'shipped') return <Sent shipment={shipments.at(-1)} />
  if (isPaid) {
    return (
      <Notice tone="done" title="Paid" actions={cancel}>
        It is being packed. This page will say when it is sent.
      </Notice>
    )
  }
  return payment.status === 'delayed' ? (
    <Notice title="The payment takes its time" actions={cancel}>
      The bank has not decided yet. You need not wait here for it.
    </Notice>
  ) : (
    <Notice title="The payment is being authorised" actions={cancel}>
      That takes a moment. The order stands meanwhile.
    </Notice>
  )
}

function Sent({ shipment }: { shipment: OrderDetailView['shipments'][number] | undefined }) {
  return (
    <Notice tone="done" title="It is on its way">
      {shipment ? `It was sent with ${shipment.carrier}, number ${shipment.trackingNumber}.` : 'It has been sent.'}
    </Notice>
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
