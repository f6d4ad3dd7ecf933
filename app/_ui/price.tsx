import { classNames } from './class-names'
import { moneyText } from './money-text'
import styles from './price.module.css'

type PriceProps = {
  /** Integer minor units: 1250 is £12.50. */
  minor: number
  currency: string
  /** What it cost before; struck out beside it, and said in words to those who listen. */
  was?: number | undefined
  /** Put before the amount where variants differ. */
  from?: boolean | undefined
  size?: 's' | 'm' | 'l' | undefined
  className?: string | undefined
}

/** An amount of money, with tabular figures so that a column of them can be compared. */
export function Price({ minor, currency, was, from, size = 'm', className }: PriceProps) {
  return (
    <span className={classNames(styles.price, styles[size], className)}>
      {from && <span className={styles.from}>from </span>}
      {was !== undefined && <span className="spoken">now </span>}
      {moneyText(minor, currency)}
      {was !== undefined && (
        <s className={styles.was}>
          <span className="spoken">, was </span>
          {moneyText(was, currency)}
        </s>
      )}
    </span>
  )
}
