import { DateTime } from '@/app/_ui/date-time'
import { type Column, Table } from '@/app/_ui/table'
import type { AuditStanding, Drift, Finding } from '@/server/engine/audit/findings'
import { REFUSAL_WORDS } from '@/server/operations/refusal-words'
import { Section } from '../../_chrome/section'
import { healByForm } from '../actions'
import { AskButton } from './ask-button'
import styles from './parked-keys.module.css'

type FindingsProps = { findings: readonly Finding[]; audited: readonly AuditStanding[]; timeZone: string }

/** What the audit found: rows that are not what the log makes of them, with both sides. */
export function Findings({ findings, audited, timeZone }: FindingsProps) {
  const checked = audited.reduce((sum, one) => sum + one.checked, 0)
  const auditedAt = audited
    .map((one) => one.auditedAt)
    .toSorted()
    .at(-1)
  return (
    <Section title="Audit">
      <p>
        Parts of every projection are made anew from the log and compared with their rows.{' '}
        {`${checked.toLocaleString('en-GB')} were compared`}
        {auditedAt && (
          <>
            , the last at <DateTime utc={auditedAt} timeZone={timeZone} form="time" />
          </>
        )}
        . {findings.length === 0 ? 'All are what the log makes of them.' : 'These differ:'}
      </p>
      {findings.length > 0 && (
        <Table
          caption="Differences"
          columns={columnsIn(timeZone)}
          rows={findings}
          rowKey={({ reader, part }) => `${reader} ${part}`}
        />
      )}
    </Section>
  )
}

const MOST_FIELDS = 5
const side = (value: Drift['row']) => (value === null ? 'nothing' : String(value))

function columnsIn(timeZone: string): Column<Finding>[] {
  return [
    {
      key: 'reader',
      header: 'Projection and part',
      card: 'title',
      render: ({ reader, part }) => (
        <>
          {reader}
          <span className={styles.key}>{part}</span>
        </>
      ),
    },
    { key: 'fields', header: 'Field', render: ({ drifts }) => lines(drifts, ({ field }) => field) },
    { key: 'row', header: 'The row says', render: ({ drifts }) => lines(drifts, ({ row }) => side(row)) },
    { key: 'log', header: 'The log says', render: ({ drifts }) => lines(drifts, ({ log }) => side(log)) },
    {
      key: 'since',
      header: 'Found',
      render: ({ foundAt }) => <DateTime utc={foundAt} timeZone={timeZone} />,
    },
    {
      key: 'actions',
      header: <span className="spoken">Actions</span>,
      align: 'end',
      card: 'foot',
      render: ({ reader, part, refused }) => (
        <span className={styles.act}>
          <AskButton act={healByForm} fields={{ reader, part }} label="Make it anew" asked="The worker was asked." />
          {refused && <span className={styles.refused}>{`Not done: ${REFUSAL_WORDS[refused]}`}</span>}
        </span>
      ),
    },
  ]
}

function lines(drifts: readonly Drift[], text: (drift: Drift) => string) {
  const more = drifts.length - MOST_FIELDS
  return (
    <>
      {drifts.slice(0, MOST_FIELDS).map((drift) => (
        <span key={drift.field} className={styles.line}>
          {text(drift)}
        </span>
      ))}
      {more > 0 && <span className={styles.second}>{`and ${more} more`}</span>}
    </>
  )
}
