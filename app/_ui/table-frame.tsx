import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './table.module.css'

type TableFrameProps = {
  caption: string
  showCaption?: boolean | undefined
  phone?: 'cards' | 'scroll' | undefined
  children: ReactNode
}

/** The table around hand-written rows, where `Table` with its columns does not fit. */
export function TableFrame({ caption, showCaption, phone = 'scroll', children }: TableFrameProps) {
  const table = (
    <table className={styles.table}>
      <caption className={showCaption ? styles.caption : 'spoken'}>{caption}</caption>
      {children}
    </table>
  )
  if (phone === 'cards') return <div className={classNames(styles.frame, styles.cards)}>{table}</div>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by the keyboard.
    <section className={classNames(styles.frame, styles.scroll)} aria-label={caption} tabIndex={0}>
      {table}
    </section>
  )
}
