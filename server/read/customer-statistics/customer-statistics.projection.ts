import { customerStatistics } from '@/db/read/orders'
import { rowProjection } from '@/server/engine/rows/row-projection'
import {
  applyToCustomerStatistics,
  CUSTOMER_STATISTICS_EVENTS,
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
  version: 2,
  isRelaxed: true,
  commutes: true,
  table: customerStatistics,
  key: ['shopperId'],
  handles: CUSTOMER_STATISTICS_EVENTS,
  keysOf: (event) => {
    const shopperId = shopperOf(event)
    return shopperId === null ? [] : [{ shopperId }]
  },
  apply: (row, event, { shopperId }) =>
    applyToCustomerStatistics((row as CustomerStatisticsRow | null) ?? unknownShopper(shopperId), event),
})
