import { customerStatistics } from '@/db/read/orders'
import { rowProjection } from '@/server/engine/row-projection'
import {
  applyToCustomerStatistics,
  type CustomerStatisticsEvent,
  type CustomerStatisticsRow,
  shopperOf,
  unknownShopper,
} from './customer-statistics.view'

export const customerStatisticsProjection = rowProjection<
  typeof customerStatistics,
  'shopperId',
  CustomerStatisticsEvent
>({
  name: 'customer-statistics',
  version: 1,
  table: customerStatistics,
  key: ['shopperId'],
  handles: ['CustomerRegistered', 'OrderPlaced', 'OrderCancelled', 'RefundIssued'],
  keysOf: (event) => {
    const shopperId = shopperOf(event)
    return shopperId === null ? [] : [{ shopperId }]
  },
  apply: (row, event, { shopperId }) =>
    applyToCustomerStatistics((row as CustomerStatisticsRow | null) ?? unknownShopper(shopperId), event),
})
