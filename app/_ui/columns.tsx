import type { ReactNode } from 'react'
import styles from './columns.module.css'

type ColumnsProps = {
  /** Beside the content on a desk, where it stays in sight; after it on a phone. */
  aside: ReactNode
  children: ReactNode
}

/** Content and what belongs beside it: the cart and its sums, an order and its address. */
export function Columns({ aside, children }: ColumnsProps) {
  return (
    <div className={styles.columns}>
      <div className={styles.main}>{children}</div>
      <aside className={styles.aside}>{aside}</aside>
    </div>
  )
}
