import styles from './wordmark.module.css'

/** The name, with the line that the tide leaves under it. Takes its size from the text around it. */
export function Wordmark() {
  return (
    <span className={styles.wordmark}>
      <span className="spoken">Tidemark</span>
    </span>
  )
}
