import type { ComponentProps, ReactNode } from 'react'
import styles from './header-link.module.css'
import { Link } from './link'

type HeaderLinkProps = {
  href: ComponentProps<typeof Link>['href']
  label: string
  icon: ReactNode
  /** The figure on the badge; none is shown at 0. */
  count?: number | undefined
  /** What is counted, for those who hear it: "3 items". */
  countLabel?: string | undefined
  /** Hides the words on a phone and leaves the picture. */
  compact?: boolean | undefined
}

/** A way out of the header: account, cart with its badge. */
export function HeaderLink({ href, label, icon, count = 0, countLabel, compact }: HeaderLinkProps) {
  return (
    <Link className={styles.link} href={href} data-compact={compact}>
      <span className={styles.icon}>
        {icon}
        {count > 0 && (
          <span className={styles.count} aria-hidden="true">
            {count > 99 ? '99+' : count}
          </span>
        )}
      </span>
      <span className={styles.label}>{label}</span>
      {count > 0 && <span className="spoken">, {countLabel ?? count}</span>}
    </Link>
  )
}
