import type { ReactNode } from 'react'
import styles from './empty-state.module.css'
import { Heading } from './heading'

type EmptyStateProps = {
  title: ReactNode
  /** What to do about it. */
  actions?: ReactNode
  /** A quiet picture above the words. */
  icon?: ReactNode
  level?: 1 | 2 | 3 | undefined
  children?: ReactNode
}

/** Nothing here, and why, and what to do. */
export function EmptyState({ title, actions, icon, level = 2, children }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {icon && <div className={styles.icon}>{icon}</div>}
      <Heading level={level} size="section">
        {title}
      </Heading>
      {children && <div className={styles.body}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
