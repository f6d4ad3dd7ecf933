import { Status } from '@/app/_ui/status'
import { stockNote } from '../../_product/stock-words'

/** What is on the shelf, as far as is known now. */
export function StockStatus({ stock }: { stock: number }) {
  if (stock === 0) return <Status>Sold out for now</Status>
  const few = stockNote(stock)
  return few ? <Status tone="attention">{few}</Status> : <Status tone="done">In stock</Status>
}
