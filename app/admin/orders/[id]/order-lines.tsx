import { moneyText } from '@/app/_ui/money-text'
import { Price } from '@/app/_ui/price'
import { type Column, Table } from '@/app/_ui/table'
import type { OrderLine } from '@/server/events/order'
import { ItemCell } from '../../products/item-cell'

/** What was ordered, at the prices of that moment. It never changes. */
export function OrderLines({ lines, currency }: { lines: readonly OrderLine[]; currency: string }) {
  return (
    <Table caption="Lines" columns={columnsIn(currency)} rows={lines} rowKey={(line) => String(lines.indexOf(line))} />
  )
}

function columnsIn(currency: string): Column<OrderLine>[] {
  return [
    {
      key: 'item',
      header: 'Item',
      card: 'title',
      render: (line) => <ItemCell item={line} detail={line.label ? `${line.label} · ${line.sku}` : line.sku} />,
    },
    { key: 'quantity', header: 'Quantity', align: 'end', render: ({ quantity }) => quantity },
    {
      key: 'price',
      header: 'Price',
      align: 'end',
      render: ({ unitPrice }) => moneyText(unitPrice, currency),
    },
    {
      key: 'amount',
      header: 'Amount',
      align: 'end',
      card: 'end',
      render: ({ amount }) => <Price minor={amount} currency={currency} />,
    },
  ]
}
