import type { Category } from '@/server/events/product'
import { applyToVariants, type CatalogueEvent, type ListedVariant, productsOf } from '../listed-variant'

/** A product as its own page shows it. */
export type ProductPageView = {
  productId: string
  slug: string
  name: string
  description: string
  category: Category
  picture: string
  onSale: boolean
  currency: string
  variants: ListedVariant[]
  createdAt: string
}

export function applyToProductPage(page: ProductPageView | null, event: CatalogueEvent): ProductPageView | null {
  if (event.type === 'ProductCreated') return { ...event.data, createdAt: event.at }
  if (page === null || !productsOf(event).includes(page.productId)) return page
  if (event.type === 'ProductRevised') return { ...page, ...event.data.to }
  if (event.type === 'ProductDiscontinued') return { ...page, onSale: false }
  return { ...page, variants: applyToVariants(page.variants, event) }
}
