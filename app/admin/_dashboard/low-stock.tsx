'use client'

import { useView } from '@/app/_client/use-view'
import { Link } from '@/app/_ui/link'
import { Table } from '@/app/_ui/table'
import type { Answer } from '@/server/engine/log/mark'
import type { StockFilter, StockLevelsView } from '@/server/read/stock-levels/stock-levels.view'
import { KeepFocus } from '../_chrome/keep-focus'
import { Section } from '../_chrome/section'
import { lowColumns } from '../stock/stock-columns'
import { stockPath } from '../stock/stock-filter'

/** Shown; a few more are asked for, so that the next one moves up at once when one is restocked. */
const SHOWN = 6

type LowStockProps = { filter: StockFilter; initial: Answer<StockLevelsView> }

export function LowStock({ filter, initial }: LowStockProps) {
  const { levels, total } = useView({ name: 'listStockLevels', input: filter, initial }).data
  return (
    <Section title="Low stock" aside={total > 0 && <Link href={stockPath(filter)}>All {total}</Link>}>
      <KeepFocus>
        <Table
          caption="What is running low, the scarcest first"
          columns={lowColumns}
          rows={levels.slice(0, SHOWN)}
          rowKey={({ variantId }) => variantId}
          phone="scroll"
          empty={<p>There is enough of everything.</p>}
        />
      </KeepFocus>
    </Section>
  )
}
