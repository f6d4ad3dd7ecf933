import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './stack.module.css'

type StackProps = {
  /** Space between: fields of a form `m`, parts of a page `l`, chapters of it `xl`. */
  gap?: 's' | 'm' | 'l' | 'xl' | undefined
  /** Side by side, wrapping. */
  row?: boolean | undefined
  /** No wider than is pleasant to read or to fill in. */
  narrow?: boolean | undefined
  className?: string | undefined
  children: ReactNode
}

/** Things one under the other, evenly. */
export function Stack({ gap = 'm', row, narrow, className, children }: StackProps) {
  return (
    <div className={classNames(styles.stack, styles[gap], row && styles.row, narrow && styles.narrow, className)}>
      {children}
    </div>
  )
}
