import { classNames } from '@/app/_ui/class-names'
import { Link } from '@/app/_ui/link'
import { Picture } from '@/app/_ui/picture'
import { tintOf } from '@/app/_ui/tint'
import styles from './item-cell.module.css'
import { productPath } from './product-filter'

type ItemCellProps = {
  item: { productId: string; name: string; picture: string; category: string }
  /** A quiet line under the name. */
  detail?: string | undefined
}

/** A product in a table: its drawing, its name, and the way to its page. */
export function ItemCell({ item: { productId, name, picture, category }, detail }: ItemCellProps) {
  return (
    <span className={classNames(styles.item, detail && styles.detailed)}>
      <Picture className={styles.picture} name={picture} tint={tintOf(category)} size="thumb" />
      <span className={styles.words}>
        <Link className={styles.name} href={productPath(productId)} prefetch={false}>
          {name}
        </Link>
        {detail && <span className={styles.detail}>{detail}</span>}
      </span>
    </span>
  )
}
