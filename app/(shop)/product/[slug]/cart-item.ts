import type { CartItem } from '@/server/events/cart'
import type { ListedVariant } from '@/server/read/listed-variant'
import type { ProductPageView } from '@/server/read/product-page/product-page.view'

/** A variant as a cart remembers it. */
export function toCartItem(product: ProductPageView, { variantId, label, price }: ListedVariant): CartItem {
  const { productId, slug, name, picture, category } = product
  return { variantId, productId, slug, name, label, picture, category, unitPrice: price }
}
