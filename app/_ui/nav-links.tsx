'use client'

import { usePathname } from 'next/navigation'
import { Link } from './link'
import styles from './nav-links.module.css'

export type NavItem = {
  href: string
  label: string
  /** Current only on exactly this page; otherwise also on the pages under it. */
  exact?: boolean | undefined
}

type NavLinksProps = {
  /** Which navigation this is: "Departments", "Admin". */
  label: string
  items: readonly NavItem[]
  /** `row` scrolls sideways on a phone; `rail` is a column on a desk and a row on a phone. */
  layout?: 'row' | 'rail' | undefined
}

/** The links of a header, the current one marked by itself. */
export function NavLinks({ label, items, layout = 'row' }: NavLinksProps) {
  const path = usePathname()
  return (
    <nav className={styles.nav} aria-label={label} data-layout={layout}>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.href}>
            <Link className={styles.link} href={item.href} aria-current={currentness(item, path)}>
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function currentness({ href, exact }: NavItem, path: string): 'page' | 'true' | undefined {
  if (path === href) return 'page'
  return !exact && path.startsWith(`${href}/`) ? 'true' : undefined
}
