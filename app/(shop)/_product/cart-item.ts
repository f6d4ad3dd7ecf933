import type { CartItem } from '@/server/events/cart'
import type { ListedVariant } from '@/server/read/listed-variant'
import type { ListedProduct } from '@/server/read/product-listing/listed-product.view'

type Product = Pick<ListedProduct, 'productId' | 'slug' | 'name' | 'picture' | 'category'>

/** A variant as a cart remembers it. */
export function toCartItem(product: Product, { variantId, label, price }: ListedVariant): CartItem {
  const { productId, slug, name, picture, category } = product
  return { variantId, productId, slug, name, label, picture, category, unitPrice: price }
}
