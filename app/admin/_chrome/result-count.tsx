import styles from './result-count.module.css'

type ResultCountProps = {
  count: number
  one: string
  many?: string
  /** What comes first, where that is not what one expects. */
  inOrder?: string | false | undefined
}

/** How many a list holds, over all its pages; read aloud when a filter changes it. */
export function ResultCount({ count, one, many = `${one}s`, inOrder }: ResultCountProps) {
  return (
    <p className={styles.count} role="status">
      {count.toLocaleString('en-GB')} {count === 1 ? one : many}
      {inOrder && count > 1 && `, ${inOrder}`}
    </p>
  )
}
