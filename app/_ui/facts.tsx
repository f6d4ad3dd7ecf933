import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './facts.module.css'

export type Fact = { label: ReactNode; value: ReactNode; key?: string | undefined }

type FactsProps = {
  items: readonly Fact[]
  /** `pairs`: label above its value. `sums`: label left, amount right, the last one is the total. */
  layout?: 'pairs' | 'sums' | undefined
}

/** What is known about one thing, or what an order adds up to. */
export function Facts({ items, layout = 'pairs' }: FactsProps) {
  return (
    <dl className={styles[layout]}>
      {items.map((item, index) => (
        <div
          key={item.key ?? String(item.label)}
          className={classNames(styles.fact, layout === 'sums' && index === items.length - 1 && styles.total)}
        >
          <dt className={styles.label}>{item.label}</dt>
          <dd className={styles.value}>
            <div>{item.value}</div>
          </dd>
        </div>
      ))}
    </dl>
  )
}
