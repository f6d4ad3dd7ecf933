import { CircleAlert, CircleCheck, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './notice.module.css'

const icons = { info: Info, done: CircleCheck, refusal: CircleAlert }

type NoticeProps = {
  /** `refusal` interrupts (role="alert"): what happened, what is true now, what to do. The others wait their turn. */
  tone?: 'info' | 'done' | 'refusal' | undefined
  title?: ReactNode
  /** Buttons: "Take the 3 that are left". */
  actions?: ReactNode
  className?: string | undefined
  children?: ReactNode
}

/** Something to know, standing where it matters. */
export function Notice({ tone = 'info', title, actions, className, children }: NoticeProps) {
  const Icon = icons[tone]
  return (
    <div role={tone === 'refusal' ? 'alert' : 'status'} className={classNames(styles.notice, styles[tone], className)}>
      <Icon className={styles.icon} aria-hidden="true" />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div className={styles.body}>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
