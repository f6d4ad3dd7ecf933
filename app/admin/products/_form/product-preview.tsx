'use client'

import type { FieldMetadata } from '@conform-to/react'
import { Picture } from '@/app/_ui/picture'
import { Price } from '@/app/_ui/price'
import { tintOf } from '@/app/_ui/tint'
import styles from './product-preview.module.css'

type ProductPreviewProps = {
  fields: Record<'name' | 'category' | 'picture', FieldMetadata<string>>
  /** Of its versions, in minor units. */
  prices: readonly number[]
  currency: string
}

/** The product as its card in the shop will show it, as far as it is known. */
export function ProductPreview({ fields: { name, category, picture }, prices, currency }: ProductPreviewProps) {
  return (
    <div className={styles.preview}>
      <p className={styles.caption}>In the shop</p>
      <Picture name={picture.value} tint={tintOf(category.value ?? '')} size="card" />
      <p className={styles.name}>{name.value || 'Its name'}</p>
      {prices.length > 0 ? (
        <Price minor={Math.min(...prices)} currency={currency} from={new Set(prices).size > 1} />
      ) : (
        <p className={styles.caption}>Its price</p>
      )}
    </div>
  )
}
