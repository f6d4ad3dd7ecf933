import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './table.module.css'

type TableFrameProps = {
  caption: string
  showCaption?: boolean | undefined
  phone?: 'cards' | 'scroll' | undefined
  /** Its columns say how wide they are. */
  isSteady?: boolean | undefined
  children: ReactNode
}

/** The table around hand-written rows, where `Table` with its columns does not fit. */
export function TableFrame({ caption, showCaption, phone = 'scroll', isSteady, children }: TableFrameProps) {
  const table = (
    <table className={classNames(styles.table, isSteady && styles.steady)}>
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
