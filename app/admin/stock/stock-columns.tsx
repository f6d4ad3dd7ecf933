import type { Column } from '@/app/_ui/table'
import { itemName } from '@/app/_words/words-for'
import type { StockLevel } from '@/server/read/stock-levels/stock-levels.view'
import { CorrectStockButton } from '../products/correct-stock-button'
import { ItemActions } from '../products/item-actions'
import { ItemCell } from '../products/item-cell'
import { RestockButton } from '../products/restock-button'
import { OnHand } from './on-hand'

type StockColumn = Column<StockLevel>

const item: StockColumn = {
  key: 'item',
  header: 'Product',
  card: 'title',
  render: (level) => <ItemCell item={level} detail={level.label || level.sku} />,
}

const left: StockColumn = {
  key: 'onHand',
  header: 'In stock',
  align: 'end',
  card: 'end',
  render: ({ onHand }) => <OnHand count={onHand} />,
}

const actions: StockColumn = {
  key: 'actions',
  header: <span className="spoken">Actions</span>,
  align: 'end',
  render: ({ productId, variantId, name, label, onHand }) => (
    <RestockButton item={{ productId, variantId, name: itemName({ name, label }), onHand }} />
  ),
}

const allActions: StockColumn = {
  ...actions,
  render: ({ productId, variantId, name, label, onHand }) => {
    const counted = { productId, variantId, name: itemName({ name, label }), onHand }
    return (
      <ItemActions>
        <RestockButton item={counted} />
        <CorrectStockButton item={counted} />
      </ItemActions>
    )
  },
}

/** What is left of which version, and the way to more of it. */
export const lowColumns: StockColumn[] = [item, left, actions]

/** The same, with the SKU by which the shelf is found, and the way to what was counted there. */
export const allColumns: StockColumn[] = [
  { ...item, render: (level) => <ItemCell item={level} detail={level.label} /> },
  { key: 'sku', header: 'SKU', share: 20, render: ({ sku }) => sku },
  { ...left, share: 15 },
  { ...allActions, share: 30 },
]
