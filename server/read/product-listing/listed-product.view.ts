import type { Category } from '@/server/events/product'
import { applyToVariants, type CatalogueEvent, type ListedVariant, productsOf } from '../listed-variant'

/**
 * A product in a list. Prices in minor units, those of the cheapest and the dearest variant of which any is left, or of
 * all where none is; stock of all together.
 */
export type ListedProduct = {
  productId: string
  slug: string
  name: string
  description: string
  category: Category
  picture: string
  onSale: boolean
  currency: string
  priceFrom: number
  priceTo: number
  stock: number
  variants: ListedVariant[]
  createdAt: string
}

type Creation = Extract<CatalogueEvent, { type: 'ProductCreated' }>

export function applyToListedProduct(product: ListedProduct | null, event: Creation): ListedProduct
export function applyToListedProduct(product: ListedProduct, event: CatalogueEvent): ListedProduct
export function applyToListedProduct(product: ListedProduct | null, event: CatalogueEvent): ListedProduct | null
export function applyToListedProduct(product: ListedProduct | null, event: CatalogueEvent): ListedProduct | null {
  if (event.type === 'ProductCreated') return createdProduct(event)
  if (product === null || !productsOf(event).includes(product.productId)) return product
  if (event.type === 'ProductRevised') return { ...product, ...event.data.to }
  if (event.type === 'ProductDiscontinued') return { ...product, onSale: false }
  return withVariants(product, applyToVariants(product.variants, event))
}

function createdProduct({ at, data }: Creation): ListedProduct {
  const { productId, slug, name, description, category, picture, onSale, currency, variants } = data
  const product = { productId, slug, name, description, category, picture, onSale, currency, createdAt: at }
  return withVariants({ ...product, priceFrom: 0, priceTo: 0, stock: 0, variants: [] }, variants)
}

function withVariants(product: ListedProduct, variants: ListedVariant[]): ListedProduct {
  const left = variants.filter((one) => one.stock > 0)
  const prices = (left.length > 0 ? left : variants).map(({ price }) => price)
  const stock = variants.reduce((sum, one) => sum + one.stock, 0)
  return { ...product, variants, stock, priceFrom: Math.min(...prices), priceTo: Math.max(...prices) }
}
