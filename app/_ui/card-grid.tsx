import { Children, type ReactNode } from 'react'
import styles from './card-grid.module.css'
import { classNames } from './class-names'

type CardGridProps = {
  /** What the list holds, for those who cannot see the heading above it. */
  label?: string | undefined
  /** Nearer to each other: for cards without words under them. */
  tight?: boolean | undefined
  children: ReactNode
}

/** A list of cards: two columns on a phone, four on a desk. */
export function CardGrid({ label, tight, children }: CardGridProps) {
  return (
    <ul className={classNames(styles.grid, tight && styles.tight)} aria-label={label}>
      {Children.map(children, (child) => (
        <li>{child}</li>
      ))}
    </ul>
  )
}
