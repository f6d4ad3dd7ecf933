import { Facts } from '@/app/_ui/facts'
import { Picture } from '@/app/_ui/picture'
import { tintOf } from '@/app/_ui/tint'
import type { ProductPageView } from '@/server/read/product-page/product-page.view'
import styles from './product-words.module.css'

type ProductWordsProps = { product: Pick<ProductPageView, 'picture' | 'category' | 'description' | 'slug'> }

/** What the shop shows and says of it. None of it changes. */
export function ProductWords({ product: { picture, category, description, slug } }: ProductWordsProps) {
  return (
    <div className={styles.words}>
      <Picture className={styles.picture} name={picture} tint={tintOf(category)} size="stage" eager />
      <p className={styles.description}>{description}</p>
      <Facts items={[{ label: 'Address of its page', value: `/product/${slug}` }]} />
    </div>
  )
}
