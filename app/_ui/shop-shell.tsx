import type { ReactNode } from 'react'
import { ContentEnd } from './content-end'
import { Link } from './link'
import styles from './shop-shell.module.css'
import { SkipLink } from './skip-link'
import { Wordmark } from './wordmark'

type ShopShellProps = {
  /** Departments: `<NavLinks>`. */
  nav?: ReactNode
  /** `<SearchBox>`; in the bar on a desk, under it on a phone. */
  search?: ReactNode
  /** What stands at the end of the bar: account, cart. */
  links?: ReactNode
  /** `<TideLine>`; a plain hairline without one. */
  tideLine?: ReactNode
  footer?: ReactNode
  children: ReactNode
}

/** The shop around every page: bar, tide line, departments, content, footer. */
export function ShopShell({ nav, search, links, tideLine, footer, children }: ShopShellProps) {
  return (
    <div className={styles.shell}>
      <SkipLink />
      <header className={styles.header}>
        <div className={styles.bar}>
          <Link className={styles.home} href="/" aria-label="Tidemark, home">
            <Wordmark />
          </Link>
          <div className={styles.search}>{search}</div>
          <div className={styles.links}>
            <div>{links}</div>
          </div>
        </div>
        {tideLine ?? <div className={styles.hairline} />}
      </header>
      {(nav || search) && (
        <div className={styles.below}>
          <div className={styles.searchBelow}>{search}</div>
          {nav}
        </div>
      )}
      <main id="content" className={styles.content} tabIndex={-1}>
        {children}
      </main>
      <ContentEnd />
      {footer}
    </div>
  )
}
