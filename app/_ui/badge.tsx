import type { ReactNode } from 'react'
import styles from './badge.module.css'
import { classNames } from './class-names'

type BadgeProps = {
  tone?: 'sand' | 'tide' | 'coral' | undefined
  className?: string | undefined
  children: ReactNode
}

/** A word that belongs to the thing beside it: "New", "Last 3", "Staff". For where something stands there is `Status`. */
export function Badge({ tone = 'sand', className, children }: BadgeProps) {
  return <span className={classNames(styles.badge, styles[tone], className)}>{children}</span>
}
