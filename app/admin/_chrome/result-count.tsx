import styles from './result-count.module.css'

/** How many a list holds, over all its pages; read aloud when a filter changes it. */
export function ResultCount({ count, one, many = `${one}s` }: { count: number; one: string; many?: string }) {
  return (
    <p className={styles.count} role="status">
      {count.toLocaleString('en-GB')} {count === 1 ? one : many}
    </p>
  )
}
