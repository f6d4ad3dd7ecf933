'use client'

import { useView } from '@/app/_client/use-view'
import { Pagination } from '@/app/_ui/pagination'
import { Stack } from '@/app/_ui/stack'
import { Table } from '@/app/_ui/table'
import type { Answer } from '@/server/engine/log/mark'
import type { StockFilter, StockLevelsView } from '@/server/read/stock-levels/stock-levels.view'
import { KeepFocus } from '../_chrome/keep-focus'
import { ResultCount } from '../_chrome/result-count'
import { NoLevels } from './no-levels'
import { allColumns } from './stock-columns'
import { stockPath } from './stock-filter'

type StockResultsProps = { initial: Answer<StockLevelsView>; filter: StockFilter }

/** One page of the levels that are low enough, and the way to the others. */
export function StockResults({ initial, filter }: StockResultsProps) {
  const { levels, total, page, pageSize } = useView({ name: 'listStockLevels', input: filter, initial }).data
  return (
    <Stack>
      <ResultCount count={total} one="version" />
      <KeepFocus>
        <Table
          caption="Stock levels"
          columns={allColumns}
          rows={levels}
          rowKey={({ variantId }) => variantId}
          empty={<NoLevels filter={filter} />}
        />
      </KeepFocus>
      <Pagination
        page={page}
        pages={Math.ceil(total / pageSize)}
        href={(number) => stockPath({ ...filter, page: number })}
      />
    </Stack>
  )
}
