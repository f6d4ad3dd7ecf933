import { productPath } from '@/app/_catalogue/departments'
import { newId } from '@/app/_client/commands/new-id'
import { ProductCard } from '@/app/_ui/product-card'
import { tintOf } from '@/app/_ui/tint'
import type { ListedProduct } from '@/server/read/product-listing/listed-product.view'
import { askOwnCart } from '../cart/own-cart'
import { toCartItem } from './cart-item'
import { stockNote } from './stock-words'
import { TileButton } from './tile-button'

type ProductTileProps = {
  product: ListedProduct
  /** Above the fold. */
  eager?: boolean | undefined
  /** Its drawing grows into its page; for one list a page. */
  grows?: boolean | undefined
  level?: 2 | 3 | undefined
}

/** A product in a list of the shop. What comes in one version only can be put into the cart from here. */
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
      action={<IntoCart product={product} />}
    />
  )
}

async function IntoCart({ product }: { product: ListedProduct }) {
  const [variant, other] = product.variants
  if (!variant || other || !product.onSale || variant.stock === 0) return null
  return (
    <TileButton item={toCartItem(product, variant)} stock={variant.stock} cart={await askOwnCart()} page={newId()} />
  )
}

function choiceNote(variants: number): string | null {
  return variants > 1 ? `Choose from ${variants}` : null
}
