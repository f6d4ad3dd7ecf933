import type { ReactNode } from 'react'
import styles from './item-actions.module.css'

/** What can be done about a version of a product, at the end of its row. */
export function ItemActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>
}
