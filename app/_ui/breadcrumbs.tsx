import type { ReactNode } from 'react'
import styles from './breadcrumbs.module.css'
import { Link } from './link'

type BreadcrumbsProps = {
  /** From the outermost; the last, without an address, is this page. */
  items: readonly { href?: string | undefined; label: ReactNode }[]
}

/** Where one is. */
export function Breadcrumbs({ items }: BreadcrumbsProps) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className={styles.crumbs}>
        {items.map((item) => (
          <li key={item.href ?? 'here'} className={styles.crumb}>
            {item.href ? (
              <Link className={styles.link} href={item.href}>
                {item.label}
              </Link>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
