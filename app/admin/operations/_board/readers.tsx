import { DateTime } from '@/app/_ui/date-time'
import { type Column, Table } from '@/app/_ui/table'
import type { ReaderStanding } from '@/server/operations/survey-operations'
import { Section } from '../../_chrome/section'

type ReadersProps = { title: string; lead: string; readers: readonly ReaderStanding[]; timeZone: string }

/** How each reader of the log stands. */
export function Readers({ title, lead, readers, timeZone }: ReadersProps) {
  return (
    <Section title={title}>
      <p>{lead}</p>
      <Table caption={title} columns={columnsIn(timeZone)} rows={readers} rowKey={({ name }) => name} phone="scroll" />
    </Section>
  )
}

const count = (figure: number) => figure.toLocaleString('en-GB')

function columnsIn(timeZone: string): Column<ReaderStanding>[] {
  return [
    { key: 'name', header: 'Name', render: ({ name }) => name },
    { key: 'behind', header: 'Events behind', align: 'end', render: ({ behind }) => count(behind) },
    { key: 'lag', header: 'Behind by', align: 'end', render: ({ lagMs }) => `${count(lagMs)} ms` },
    { key: 'parked', header: 'Parked keys', align: 'end', render: ({ parked }) => parked.length },
    { key: 'version', header: 'Version', align: 'end', render: ({ version }) => version },
    { key: 'counter', header: 'Checkpoint', align: 'end', render: ({ counter }) => count(counter) },
    {
      key: 'moved',
      header: 'Moved last',
      align: 'end',
      render: ({ updatedAt }) => <DateTime utc={updatedAt} timeZone={timeZone} />,
    },
  ]
}
