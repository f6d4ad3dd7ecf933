import { ArrowDown, ArrowRight, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from './link'
import styles from './tile.module.css'

const arrows = { up: ArrowUp, down: ArrowDown, level: ArrowRight }

export type Delta = {
  direction: 'up' | 'down' | 'level'
  /** The change in words: "12 % more than the 30 days before". */
  text: ReactNode
}

type TileProps = {
  label: ReactNode
  value: ReactNode
  delta?: Delta | undefined
  /** A quiet line in the delta's place or under it. */
  note?: ReactNode
  /** Where the figure comes from. */
  href?: string | undefined
}

/** One figure. */
export function Tile({ label, value, delta, note, href }: TileProps) {
  const Arrow = delta && arrows[delta.direction]
  return (
    <div className={styles.tile}>
      <dt className={styles.label}>{href ? <Link href={href}>{label}</Link> : label}</dt>
      <dd className={styles.value}>{value}</dd>
      {delta && Arrow && (
        <dd className={styles.delta}>
          <Arrow aria-hidden="true" />
          {delta.text}
        </dd>
      )}
      {note && <dd className={styles.note}>{note}</dd>}
    </div>
  )
}

/** A row of figures: two beside each other on a phone, all on a desk. */
export function Tiles({ label, children }: { label: string; children: ReactNode }) {
  return (
    <dl className={styles.tiles} aria-label={label}>
      {children}
    </dl>
  )
}
