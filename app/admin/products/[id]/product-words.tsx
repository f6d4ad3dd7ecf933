'use client'

import { Facts } from '@/app/_ui/facts'
import { Picture } from '@/app/_ui/picture'
import { tintOf } from '@/app/_ui/tint'
import styles from './product-words.module.css'
import { type ProductAnswer, useProduct } from './use-product'

/** What the shop shows and says of it. */
export function ProductWords({ initial }: { initial: ProductAnswer }) {
  const { picture, category, description, slug } = useProduct(initial)
  return (
    <div className={styles.words}>
      <Picture className={styles.picture} name={picture} tint={tintOf(category)} size="stage" eager />
      <p className={styles.description}>{description}</p>
      <Facts items={[{ label: 'Address of its page', value: `/product/${slug}` }]} />
    </div>
  )
}
