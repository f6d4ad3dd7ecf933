'use client'

import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { classNames } from './class-names'
import { IconButton } from './icon-button'
import styles from './toast-region.module.css'

export type Toast = {
  id: string
  /** `refusal` stays until it is dismissed; `done` leaves by itself. */
  tone?: 'done' | 'refusal' | undefined
  title: ReactNode
  body?: ReactNode
  actions?: ReactNode
}

const READING_TIME_MS = 6000

type ToastRegionProps = { toasts: readonly Toast[]; onDismiss: (id: string) => void }

/** Where toasts stand: at the foot of a phone, in the corner of a desk. The region is there before its first toast, or no reader would hear it. */
export function ToastRegion({ toasts, onDismiss }: ToastRegionProps) {
  return (
    <section className={styles.region} aria-label="Messages" aria-live="polite">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} onDismiss={onDismiss} />
      ))}
    </section>
  )
}

function ToastCard({ toast, onDismiss }: { toast: Toast; onDismiss: (id: string) => void }) {
  const { id, tone = 'done', title, body, actions } = toast
  useEffect(() => {
    if (tone === 'refusal' || actions) return
    const timer = setTimeout(() => onDismiss(id), READING_TIME_MS)
    return () => clearTimeout(timer)
  }, [id, tone, actions, onDismiss])

  const Icon = tone === 'refusal' ? CircleAlert : CircleCheck
  return (
    <div className={classNames(styles.toast, styles[tone])} role={tone === 'refusal' ? 'alert' : undefined}>
      <Icon className={styles.icon} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {body && <div className={styles.body}>{body}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      <IconButton label="Dismiss" icon={<X aria-hidden="true" />} onClick={() => onDismiss(id)} />
    </div>
  )
}
