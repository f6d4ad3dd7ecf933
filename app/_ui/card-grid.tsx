import { Children, type ReactNode } from 'react'
import styles from './card-grid.module.css'

type CardGridProps = {
  /** What the list holds, for those who cannot see the heading above it. */
  label?: string | undefined
  children: ReactNode
}

/** A list of cards: two columns on a phone, four on a desk. */
export function CardGrid({ label, children }: CardGridProps) {
  return (
    <ul className={styles.grid} aria-label={label}>
      {Children.map(children, (child) => (
        <li>{child}</li>
      ))}
    </ul>
  )
}
