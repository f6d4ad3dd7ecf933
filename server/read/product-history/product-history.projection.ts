import { productHistory } from '@/db/read/products'
import { rowProjection } from '@/server/engine/rows/row-projection'
import type { ProductEvent } from '@/server/events/product'
import { historyEntry, PRODUCT_EVENTS } from './product-history.view'

export const productHistoryProjection = rowProjection<typeof productHistory, 'position', ProductEvent>({
  name: 'product-history',
  version: 4,
  isRelaxed: true,
  table: productHistory,
  key: ['position'],
  evidence: 'event',
  handles: PRODUCT_EVENTS,
  keysOf: ({ position }) => [{ position }],
  apply: (_, event) => historyEntry(event),
  overwrites: PRODUCT_EVENTS,
})
