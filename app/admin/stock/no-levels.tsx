import { ButtonLink } from '@/app/_ui/button-link'
import { EmptyState } from '@/app/_ui/empty-state'
import type { StockFilter } from '@/server/read/stock-levels/stock-levels.view'
import { stockPath } from './stock-filter'

/** What the list says that holds nothing, and where more may be. */
export function NoLevels({ filter: { text, below } }: { filter: StockFilter }) {
  if (text && below !== undefined)
    return (
      <EmptyState
        title="Not among what is scarce"
        actions={<ButtonLink href={stockPath({ text })}>Search everything</ButtonLink>}
      >
        There may be more of it in stock. Names and SKUs are searched.
      </EmptyState>
    )
  const [title, body] = text
    ? ['Nothing on sale is like that', 'Another word may find it. Names and SKUs are searched.']
    : ['There is enough of everything', 'Nothing on sale is as scarce as that.']
  return (
    <EmptyState title={title} actions={<ButtonLink href={stockPath({})}>Show everything</ButtonLink>}>
      {body}
    </EmptyState>
  )
}
