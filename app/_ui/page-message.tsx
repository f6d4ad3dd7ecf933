import type { ReactNode } from 'react'
import { Heading } from './heading'
import styles from './page-message.module.css'

type PageMessageProps = {
  title: ReactNode
  /** Buttons: what to do now. */
  actions?: ReactNode
  /** A last, small line: a reference to quote. */
  note?: ReactNode
  children: ReactNode
}

/** A page that is only a message: what happened, what is true now, what to do. */
export function PageMessage({ title, actions, note, children }: PageMessageProps) {
  return (
    <div className={styles.message}>
      <Heading>{title}</Heading>
      <div className={styles.body}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
      {note && <p className={styles.note}>{note}</p>}
    </div>
  )
}
