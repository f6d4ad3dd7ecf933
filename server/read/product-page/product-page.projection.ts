import { productPage } from '@/db/read/products'
import { rowProjection } from '@/server/engine/rows/row-projection'
import { CATALOGUE_EVENTS, type CatalogueEvent, productsOf } from '../listed-variant'
import { applyToProductPage } from './product-page.view'

export const productPageProjection = rowProjection<typeof productPage, 'productId', CatalogueEvent>({
  name: 'product-page',
  version: 3,
  isRelaxed: true,
  table: productPage,
  key: ['productId'],
  handles: CATALOGUE_EVENTS,
  keysOf: (event) => productsOf(event).map((productId) => ({ productId })),
  apply: (row, event) => applyToProductPage(row, event),
  concerns: ({ productId }) => [productId],
})
