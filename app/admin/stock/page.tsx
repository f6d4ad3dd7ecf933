import type { Metadata } from 'next'
import { ask } from '@/app/_server/ask'
import { notPastTheLast } from '@/app/_server/last-page'
import { Field } from '@/app/_ui/field'
import { NumberField } from '@/app/_ui/number-field'
import { PageHead } from '@/app/_ui/page-head'
import { Stack } from '@/app/_ui/stack'
import { listStockLevels } from '@/server/read/stock-levels/stock-levels.query'
import { FilterForm } from '../_chrome/filter-form'
import type { SearchParams } from '../address'
import { requireStaff } from '../require-staff'
import { allParam, parseStockFilter, stockPath } from './stock-filter'
import { StockResults } from './stock-results'
import { StockTabs } from './stock-tabs'

export const metadata: Metadata = { title: 'Stock' }

export default async function StockPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireStaff()
  const filter = parseStockFilter(await searchParams)
  const levels = await ask(listStockLevels, filter)
  notPastTheLast(levels.data, (page) => stockPath({ ...filter, page }))
  const { text = '' } = filter
  const below = String(filter.below ?? '')
  return (
    <Stack gap="l">
      <Stack>
        <PageHead title="Stock" lead="What can be sold now of everything that is on sale, the scarcest first." />
        <StockTabs filter={filter} />
        <FilterForm
          label="Which versions"
          path="/admin/stock"
          values={{ q: text, below }}
          kept={{ all: allParam(filter.below) }}
        >
          <Field
            id="stock-q"
            label="Name or SKU"
            type="search"
            name="q"
            defaultValue={text}
            maxLength={100}
            autoComplete="off"
          />
          <NumberField id="stock-below" label="Fewer than" name="below" defaultValue={below} maxLength={7} />
        </FilterForm>
      </Stack>
      <StockResults initial={levels} filter={filter} />
    </Stack>
  )
}
