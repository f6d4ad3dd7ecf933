import type { ReactNode } from 'react'
import { Link } from './link'
import styles from './shop-footer.module.css'
import { Wordmark } from './wordmark'

type ShopFooterProps = {
  columns: readonly { heading: string; links: readonly { href: string; label: string }[] }[]
  /** One sentence under the name. */
  motto?: ReactNode
  /** The last line: theme switch, small print. */
  foot?: ReactNode
}

/** Where every page ends. */
export function ShopFooter({ columns, motto, foot }: ShopFooterProps) {
  return (
    <footer className={styles.footer}>
      <div className={styles.page}>
        <div className={styles.name}>
          <Wordmark />
          {motto && <p className={styles.motto}>{motto}</p>}
        </div>
        {columns.map((column) => (
          <nav key={column.heading} aria-label={column.heading}>
            <h2 className={styles.heading}>{column.heading}</h2>
            <ul>
              {column.links.map((link) => (
                <li key={link.href}>
                  <Link className={styles.link} href={link.href}>
                    {link.label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ))}
        {foot && <div className={styles.foot}>{foot}</div>}
      </div>
    </footer>
  )
}
