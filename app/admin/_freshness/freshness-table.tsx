'use client'

import { DateTime } from '@/app/_ui/date-time'
import { Disclosure } from '@/app/_ui/disclosure'
import { Status } from '@/app/_ui/status'
import { type Column, Table } from '@/app/_ui/table'
import { useShopFacts } from '@/app/shop-facts'
import type { ProjectionStatus } from '@/server/read/projection-status/projection-status.view'
import { Section } from '../_chrome/section'
import { freshnessOf, lagText } from './freshness'
import { useFreshness } from './freshness-provider'

/** How far each read table is behind what has happened: measured against the log itself, with a dead worker too. */
export function FreshnessTable() {
  const { timeZone } = useShopFacts()
  const { status, isKnown } = useFreshness()
  const { tone, text, detail } = freshnessOf(status)
  return (
    <Section
      title="How fresh this is"
      aside={<Status tone={isKnown ? tone : 'pending'}>{isKnown ? text : 'Not known'}</Status>}
    >
      <p>
        {isKnown ? detail : 'The shop could not be asked just now. What stands here is how it was the last time.'}
        {isKnown && tone !== 'done' && ' What you did yourself shows all the same.'}
      </p>
      <Disclosure summary="Each projection">
        <Table
          caption="Projections"
          columns={columnsIn(timeZone)}
          rows={status.projections}
          rowKey={({ projection }) => projection}
          phone="scroll"
        />
      </Disclosure>
    </Section>
  )
}

function columnsIn(timeZone: string): Column<ProjectionStatus>[] {
  return [
    { key: 'name', header: 'Projection', render: ({ projection }) => projection },
    { key: 'behind', header: 'Events behind', align: 'end', render: ({ behind }) => behind.toLocaleString('en-GB') },
    {
      key: 'lag',
      header: 'Behind by',
      align: 'end',
      render: ({ behind, lagMs }) => (behind > 0 ? lagText(lagMs) : 'Nothing'),
    },
    {
      key: 'updated',
      header: 'Last brought forward',
      align: 'end',
      render: ({ updatedAt }) => <DateTime utc={updatedAt} timeZone={timeZone} />,
    },
  ]
}
