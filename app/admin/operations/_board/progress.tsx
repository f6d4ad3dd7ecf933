import type { RebuildRow } from '@/server/engine/rebuilding/rebuild-row'
import { progressWords } from './rebuild-words'
import styles from './rebuilds.module.css'

type ProgressProps = { rebuild: RebuildRow; label: string }

/** How far the rows that are being made, or brought up to date, have come. */
export function Progress({ rebuild, label }: ProgressProps) {
  if (rebuild.last === 0) return null
  return (
    <span className={styles.progress}>
      <progress max={rebuild.last} value={rebuild.reached} aria-label={label} />
      <span>{progressWords(rebuild)}</span>
    </span>
  )
}
