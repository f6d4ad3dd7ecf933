import type { ReactNode } from 'react'
import { CardGrid } from '@/app/_ui/card-grid'
import { Heading } from '@/app/_ui/heading'
import type { ListedProduct } from '@/server/read/product-listing/listed-product.view'
import { ProductTile } from '../_product/product-tile'
import styles from './product-shelf.module.css'

type ProductShelfProps = { title: string; products: readonly ListedProduct[]; more?: ReactNode }

/** A few products under a heading. Nothing where there are none. */
export function ProductShelf({ title, products, more }: ProductShelfProps) {
  if (products.length === 0) return null
  return (
    <section className={styles.shelf} aria-label={title}>
      <div className={styles.head}>
        <Heading level={2}>{title}</Heading>
        {more}
      </div>
      <CardGrid label={title}>
        {products.map((product) => (
          <ProductTile key={product.productId} product={product} />
        ))}
      </CardGrid>
    </section>
  )
}
