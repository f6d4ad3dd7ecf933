import { TabLinks } from '@/app/_ui/tab-links'
import type { StockFilter } from '@/server/read/stock-levels/stock-levels.view'
import { LOW_STOCK, stockPath } from './stock-filter'

const STEPS = [1, 5, LOW_STOCK, 25] as const

/** The usual questions: what is gone, what is nearly gone, and everything. */
export function StockTabs({ filter }: { filter: StockFilter }) {
  const tab = (below: number | undefined) => ({
    href: stockPath({ text: filter.text, below }),
    label: labelOf(below),
    current: filter.below === below,
  })
  return <TabLinks label="Stock by how few" items={[...STEPS.map(tab), tab(undefined)]} />
}

function labelOf(below: number | undefined): string {
  if (below === undefined) return 'Everything'
  return below === 1 ? 'Sold out' : `Fewer than ${below}`
}
