import { isPaidBack } from '@/app/_order/paid-back'
import { moneyInputText } from '@/app/_ui/money-input'
import type { OrderHistoryView } from '@/server/read/order-history/order-history.view'
import { csvLine } from '../../_export/csv-line'
import { orderStatusWords, paidBackWords } from '../order-status-words'

/** By its mark, spreadsheets know that it is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

const HEADINGS = [
  'Order',
  'Placed at (UTC)',
  'Status',
  'Customer',
  'E-mail',
  'Items',
  'Currency',
  'Total',
  'Refunded',
] as const

/** What a file of orders begins with. */
export const orderCsvHead = BYTE_ORDER_MARK + csvLine(HEADINGS)

/** An order, as a line of that file. */
export function orderCsvLine(order: OrderHistoryView): string {
  const { number, placedAt, status, customerName, customerEmail, itemCount, currency, total, refunded } = order
  const { label } = isPaidBack(order) ? paidBackWords : orderStatusWords[status]
  return csvLine([
    number,
    placedAt,
    label,
    customerName ?? '',
    customerEmail ?? '',
    itemCount,
    currency,
    moneyInputText(total, currency),
    moneyInputText(refunded, currency),
  ])
}
