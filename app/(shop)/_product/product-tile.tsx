import { ProductCard } from '@/app/_ui/product-card'
import { tintOf } from '@/app/_ui/tint'
import type { ListedProduct } from '@/server/read/product-listing/listed-product.view'
import { productPath } from '../departments'
import { stockNote } from './stock-words'

type ProductTileProps = {
  product: ListedProduct
  /** Above the fold. */
  eager?: boolean | undefined
  /** Its drawing grows into its page; for one list a page. */
  grows?: boolean | undefined
  level?: 2 | 3 | undefined
}

/** A product in a list of the shop. */
export function ProductTile({ product, eager, grows, level }: ProductTileProps) {
  const { slug, name, picture, category, priceFrom, priceTo, currency, stock, variants } = product
  return (
    <ProductCard
      href={productPath(slug)}
      name={name}
      picture={picture}
      tint={tintOf(category)}
      price={{ minor: priceFrom, currency, from: priceTo > priceFrom }}
      note={stockNote(stock) ?? choiceNote(variants.length)}
      eager={eager}
      grows={grows ? slug : undefined}
      level={level}
    />
  )
}

function choiceNote(variants: number): string | null {
  return variants > 1 ? `${variants} to choose from` : null
}
