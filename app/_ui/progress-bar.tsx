import type { ReactNode } from 'react'
import styles from './progress-bar.module.css'

type ProgressBarProps = {
  label: ReactNode
  id: string
  /** Without a value it is under way, and nobody knows how far. */
  value?: number | undefined
  max?: number | undefined
  /** How far, in words: "12,400 of 541,909". */
  text?: ReactNode
}

/** How far something has come. */
export function ProgressBar({ label, id, value, max = 1, text }: ProgressBarProps) {
  return (
    <div className={styles.progress}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {text && <span className={styles.text}>{text}</span>}
      <progress className={styles.bar} id={id} value={value} max={max} />
    </div>
  )
}
