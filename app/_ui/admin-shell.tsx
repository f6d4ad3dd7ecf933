import type { ReactNode } from 'react'
import styles from './admin-shell.module.css'
import { Badge } from './badge'
import { ContentEnd } from './content-end'
import { Link } from './link'
import { SkipLink } from './skip-link'
import { Wordmark } from './wordmark'

type AdminShellProps = {
  /** `<NavLinks layout="rail">`. */
  nav: ReactNode
  /** Who is signed in, a way out. */
  account?: ReactNode
  /** `<TideLine>`; a plain hairline without one. */
  tideLine?: ReactNode
  /** The end of the rail, or what stands under the strip of links where there is no rail: projection lag, theme switch. */
  foot?: ReactNode
  children: ReactNode
}

/** The admin around every page: the same hand as the shop, denser. */
export function AdminShell({ nav, account, tideLine, foot, children }: AdminShellProps) {
  return (
    <div className={styles.shell} data-density="dense">
      <SkipLink />
      <header className={styles.header}>
        <div className={styles.bar}>
          <Link className={styles.home} href="/admin" aria-label="Tidemark admin, dashboard">
            <Wordmark />
            <Badge>Admin</Badge>
          </Link>
          <div className={styles.account}>{account}</div>
        </div>
        {tideLine ?? <div className={styles.hairline} />}
      </header>
      <div className={styles.body}>
        <div className={styles.rail}>
          {nav}
          {foot && <footer className={styles.foot}>{foot}</footer>}
        </div>
        <main id="content" className={styles.content} tabIndex={-1}>
          {children}
        </main>
        <ContentEnd />
      </div>
    </div>
  )
}
