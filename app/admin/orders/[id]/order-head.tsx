'use client'

import { useAskAgain } from '@/app/_client/use-ask-again'
import { isOrderPaidBack } from '@/app/_order/paid-back'
import { BeingUpdated } from '@/app/_ui/being-updated'
import { Breadcrumbs } from '@/app/_ui/breadcrumbs'
import { ButtonLink } from '@/app/_ui/button-link'
import { DateTime } from '@/app/_ui/date-time'
import { PageHead } from '@/app/_ui/page-head'
import { useShopFacts } from '@/app/shop-facts'
import { CancelOrderButton } from '../cancel-order-button'
import { actionsOn } from '../order-actions'
import { ordersPath } from '../order-filter'
import { OrderStatus } from '../order-status'
import { RefundOrderButton } from '../refund-order-button'
import { ShipOrderButton } from '../ship-order-button'
import styles from './order-head.module.css'
import { type OrderAnswer, useIsSeenTo, useOrder } from './use-order'

/** Which order, where it stands, and what can be done with it now. */
export function OrderHead({ initial }: { initial: OrderAnswer }) {
  const { timeZone } = useShopFacts()
  const order = useOrder(initial)
  const isSeenTo = useIsSeenTo(initial)
  // The payment's answer comes from elsewhere, usually in a moment.
  useAskAgain({ name: 'findOrder', input: { orderId: order.orderId } }, order.status === 'awaiting-payment')
  const { canShip, canCancel, refundable } = actionsOn(order)
  return (
    <PageHead
      before={<Breadcrumbs items={[{ href: ordersPath({}), label: 'Orders' }, { label: order.number }]} />}
      title={order.number}
      aside={isSeenTo ? <BeingUpdated /> : <OrderStatus status={order.status} isPaidBack={isOrderPaidBack(order)} />}
      lead={
        <>
          Placed <DateTime utc={order.placedAt} timeZone={timeZone} />
          {order.contact && ` by ${order.contact.name}`}
          {order.origin === 'history' && '. Imported: it only tells what happened elsewhere'}
          {isSeenTo && '. What can be done with it is offered when it is up to date'}
        </>
      }
      // What is shown is not the last word, so it does not say what can be done.
      actions={
        isSeenTo ? (
          <ButtonLink look="quiet" href="/admin/operations">
            See why in Operations
          </ButtonLink>
        ) : (
          <>
            {canShip && <ShipOrderButton order={order} className={styles.first} />}
            {refundable > 0 && <RefundOrderButton order={order} left={refundable} />}
            {canCancel && <CancelOrderButton order={order} />}
          </>
        )
      }
    />
  )
}
