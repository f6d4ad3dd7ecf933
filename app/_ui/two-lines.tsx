import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './two-lines.module.css'

type TwoLinesProps = {
  children: ReactNode
  second: ReactNode
  /** Where the second is too long for its column it is cut, and not wrapped. */
  isCut?: boolean | undefined
}

/** What a cell of a table tells, and under it quietly what else is known. */
export function TwoLines({ children, second, isCut }: TwoLinesProps) {
  return (
    <span className={styles.lines}>
      {children}
      <span className={classNames(styles.second, isCut && styles.cut)}>{second}</span>
    </span>
  )
}
