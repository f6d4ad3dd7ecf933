import { productListing } from '@/db/read/products'
import { rowProjection } from '@/server/engine/rows/row-projection'
import { CATALOGUE_EVENTS, type CatalogueEvent, productsOf } from '../listed-variant'
import { applyToListedProduct } from './listed-product.view'

export const productListingProjection = rowProjection<typeof productListing, 'productId', CatalogueEvent>({
  name: 'product-listing',
  version: 3,
  isRelaxed: true,
  table: productListing,
  key: ['productId'],
  handles: CATALOGUE_EVENTS,
  keysOf: (event) => productsOf(event).map((productId) => ({ productId })),
  apply: (row, event) => applyToListedProduct(row, event),
  concerns: ({ productId }) => [productId],
})
