import { DateTime } from '@/app/_ui/date-time'
import { Status } from '@/app/_ui/status'
import { type Column, Table } from '@/app/_ui/table'
import type { Standing } from '@/server/engine/watching/survey'
import { Section } from '../../_chrome/section'
import styles from './readers.module.css'
import { TOO_LATE_MS } from './standing-words'

/** A reader with what was found out beside its checkpoint. */
export type ReaderRow = Standing & {
  /** Events a second over the last minute; null while there is nothing to compare. */
  rate: number | null
  /** The newest event, or canary, that it has taken in. */
  heardAt: string
  /** Parts that were compared with the log; null for who is not audited. */
  checked: number | null
}

type ReadersProps = { title: string; lead: string; readers: readonly ReaderRow[]; timeZone: string }

/** How each reader of the log stands. */
export function Readers({ title, lead, readers, timeZone }: ReadersProps) {
  const isAudited = readers.some(({ checked }) => checked !== null)
  const columns = columnsIn(timeZone).filter(({ key }) => isAudited || key !== 'checked')
  return (
    <Section title={title}>
      <p>{lead}</p>
      <Table
        caption={`${title} one by one`}
        columns={columns}
        rows={readers}
        rowKey={({ name }) => name}
        phone="scroll"
      />
    </Section>
  )
}

const count = (figure: number) => figure.toLocaleString('en-GB')
const rateText = (rate: number | null) => (rate === null ? '–' : rate < 10 ? rate.toFixed(1) : count(Math.round(rate)))

function columnsIn(timeZone: string): Column<ReaderRow>[] {
  return [
    { key: 'name', header: 'Name', render: ({ name }) => <span className={styles.name}>{name}</span> },
    { key: 'state', header: 'Stands', render: (reader) => <ReaderState {...reader} /> },
    { key: 'behind', header: 'Events behind', align: 'end', render: ({ behind }) => count(behind) },
    { key: 'lag', header: 'Behind by', align: 'end', render: ({ lagMs }) => `${count(lagMs)} ms` },
    { key: 'rate', header: 'Events/s', align: 'end', render: ({ rate }) => rateText(rate) },
    { key: 'version', header: 'Version', align: 'end', render: ({ version }) => version },
    { key: 'moves', header: 'Checkpoint', align: 'end', render: ({ moves }) => count(moves) },
    {
      key: 'heard',
      header: 'Last canary',
      align: 'end',
      render: ({ heardAt }) => <DateTime utc={heardAt} timeZone={timeZone} form="time" />,
    },
    {
      key: 'checked',
      header: 'Parts audited',
      align: 'end',
      render: ({ checked }) => (checked === null ? '–' : count(checked)),
    },
  ]
}

function ReaderState({ behind, lagMs, parked }: ReaderRow) {
  if (lagMs > TOO_LATE_MS) return <Status tone="attention">Late</Status>
  if (parked.length > 0) return <Status tone="attention">{`${parked.length} parked`}</Status>
  return behind > 0 ? <Status tone="pending">Catching up</Status> : <Status tone="done">Up to date</Status>
}
