import type { ComponentProps, ReactNode } from 'react'
import { Link } from './link'
import { LOCALE } from './money-text'
import styles from './tab-links.module.css'

type TabLink = {
  href: ComponentProps<typeof Link>['href']
  label: ReactNode
  /** How many it holds. */
  count?: number | undefined
  current?: boolean | undefined
}

/** The same list, seen differently: all, to ship, shipped. Links, so that each has an address. */
export function TabLinks({ label, items }: { label: string; items: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className={styles.nav}>
      <ul className={styles.tabs}>
        {items.map((item) => (
          <li key={String(item.href)}>
            <Link
              className={styles.tab}
              href={item.href}
              aria-current={item.current ? 'page' : undefined}
              scroll={false}
            >
              {item.label}
              {item.count !== undefined && <span className={styles.count}>{item.count.toLocaleString(LOCALE)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
