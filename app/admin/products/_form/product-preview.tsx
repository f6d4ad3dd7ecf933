'use client'

import type { FieldMetadata } from '@conform-to/react'
import type { z } from 'zod'
import { parseMoney } from '@/app/_ui/money-input'
import { Picture } from '@/app/_ui/picture'
import { Price } from '@/app/_ui/price'
import { tintOf } from '@/app/_ui/tint'
import type { productInput } from './product-input'
import styles from './product-preview.module.css'

type Entered = z.input<ReturnType<typeof productInput>>

type ProductPreviewProps = {
  fields: Pick<
    { [Name in keyof Entered]-?: FieldMetadata<Entered[Name], Entered> },
    'name' | 'category' | 'picture' | 'variants'
  >
  currency: string
}

/** The product as its card in the shop will show it, as far as it is known. */
export function ProductPreview({ fields: { name, category, picture, variants }, currency }: ProductPreviewProps) {
  const prices = variants
    .getFieldList()
    .flatMap((version) => parseMoney(version.getFieldset().price.value ?? '', currency) ?? [])
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
