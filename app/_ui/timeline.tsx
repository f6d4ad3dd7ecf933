import type { ReactNode } from 'react'
import styles from './timeline.module.css'

export type Moment = {
  key: string
  title: ReactNode
  /** `<DateTime>`; nothing for what has not happened yet. */
  time?: ReactNode
  /** `now`: the latest thing that is true; `ahead`: has not happened. */
  state?: 'done' | 'now' | 'ahead' | 'attention' | undefined
  detail?: ReactNode
}

/** What happened, in order: an order's way, a price's history, the shop's day. */
export function Timeline({ label, moments }: { label: string; moments: readonly Moment[] }) {
  return (
    <ol aria-label={label}>
      {moments.map(({ key, title, time, state = 'done', detail }) => (
        <li key={key} className={styles.moment} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          <p className={styles.title}>
            {title}
            {state === 'ahead' && <span className="spoken"> (not yet)</span>}
          </p>
          {time && <p className={styles.time}>{time}</p>}
          {detail && <div className={styles.detail}>{detail}</div>}
        </li>
      ))}
    </ol>
  )
}
