import type { CATEGORIES } from '@/server/events/product'

/** A product of the demo shop, before it has ids. Prices are pence, tax included. */
export type CatalogueProduct = {
  slug: string
  name: string
  description: string
  category: (typeof CATEGORIES)[number]
  /** A file in public/pictures, without its ending. */
  picture: string
  /** One with an empty label where there is nothing to choose. */
  variants: { sku: string; label: string; price: number; stock: number }[]
}
