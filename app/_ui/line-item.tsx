import type { ReactNode } from 'react'
import styles from './line-item.module.css'
import { Picture } from './picture'
import type { Tint } from './tint'

type LineItemProps = {
  picture?: string | null | undefined
  tint?: Tint | undefined
  /** Its name, a link perhaps. */
  name: ReactNode
  /** Options, price for one. */
  detail?: ReactNode
  /** Its amount, at the end of the line. */
  amount?: ReactNode
  /** Stepper, remove; under the words. */
  actions?: ReactNode
  /** A `Notice` that belongs to this line alone. */
  notice?: ReactNode
}

/** One line of a cart or an order. */
export function LineItem({ picture, tint, name, detail, amount, actions, notice }: LineItemProps) {
  return (
    <div className={styles.line}>
      <Picture name={picture} tint={tint} size="thumb" />
      <div className={styles.words}>
        <p className={styles.name}>{name}</p>
        {detail && <div className={styles.detail}>{detail}</div>}
      </div>
      {amount && (
        <div className={styles.amount}>
          <div>{amount}</div>
        </div>
      )}
      {actions && <div className={styles.actions}>{actions}</div>}
      {notice && <div className={styles.notice}>{notice}</div>}
    </div>
  )
}

/** Lines one under the other, divided by hairlines. Children are the items of a list: give each a key. */
export function LineItems({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.lines} aria-label={label}>
      {children}
    </ul>
  )
}
