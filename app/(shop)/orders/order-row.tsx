import { isPaidBack } from '@/app/_order/paid-back'
import { BeingUpdated } from '@/app/_ui/being-updated'
import { DateTime } from '@/app/_ui/date-time'
import { Link } from '@/app/_ui/link'
import { Picture } from '@/app/_ui/picture'
import { Price } from '@/app/_ui/price'
import { tintOf } from '@/app/_ui/tint'
import { useShopFacts } from '@/app/shop-facts'
import type { OrderHistoryView } from '@/server/read/order-history/order-history.view'
import { countOf } from '../_browse/count-text'
import { orderPath, placedPath } from './order-path'
import styles from './order-row.module.css'
import { OrderStanding } from './order-standing'

type OrderRowProps = {
  order: OrderHistoryView
  /** No answer has it as it stands here. */
  isOnItsWay: boolean
  /** What stands here is not the last word. */
  isSeenTo?: boolean | undefined
}

/** One order of the history: when, what, how much, and where it stands. The whole row is the link. */
export function OrderRow({ order, isOnItsWay, isSeenTo }: OrderRowProps) {
  const { timeZone } = useShopFacts()
  const { orderId, number, placedAt, status, items, itemCount, total, currency } = order
  return (
    <article className={styles.row}>
      <div className={styles.words}>
        <h2 className={styles.number}>
          <Link className={styles.link} href={isOnItsWay ? placedPath(orderId) : orderPath(orderId)}>
            {number}
          </Link>
        </h2>
        <p className={styles.placed}>
          <DateTime utc={placedAt} timeZone={timeZone} form="date" />
        </p>
      </div>
      <div className={styles.pictures} aria-hidden="true">
        {items.map(({ name, picture, category }) => (
          <Picture key={name} name={picture} tint={tintOf(category)} size="thumb" className={styles.picture} />
        ))}
      </div>
      <div className={styles.standing}>
        {isSeenTo ? <BeingUpdated /> : <OrderStanding status={status} isPaidBack={isPaidBack(order)} />}
      </div>
      <div className={styles.total}>
        <Price minor={total} currency={currency} />
        <p className={styles.placed}>{countOf(itemCount, 'item')}</p>
      </div>
    </article>
  )
}
