import { DateTime } from '@/app/_ui/date-time'
import { type Column, Table } from '@/app/_ui/table'
import type { WaitingKey } from '@/server/engine/parking/waiting'
import { Section } from '../../_chrome/section'
import { retryByForm } from '../actions'
import { AskButton } from './ask-button'
import styles from './parked-keys.module.css'

/** The keys that wait because a reader failed at one of their events, and the way to try them again. */
export function ParkedKeys({ parked, timeZone }: { parked: readonly WaitingKey[]; timeZone: string }) {
  return (
    <Section title="Parked keys">
      <p>
        {parked.length === 0
          ? 'None: every event could be taken in.'
          : 'Each waits with all later events of its key, in order. Pages say “being updated” of what they show of it.'}
      </p>
      {parked.length > 0 && (
        <Table
          caption="Parked keys"
          columns={columnsIn(timeZone)}
          rows={parked}
          rowKey={({ reader, key }) => `${reader} ${key}`}
        />
      )}
    </Section>
  )
}

function columnsIn(timeZone: string): Column<WaitingKey>[] {
  const moment = (utc: string) => <DateTime utc={utc} timeZone={timeZone} />
  return [
    {
      key: 'reader',
      header: 'Reader and key',
      card: 'title',
      render: ({ reader, key }) => (
        <>
          {reader}
          <span className={styles.key}>{key}</span>
        </>
      ),
    },
    {
      key: 'reason',
      header: 'Failed at',
      render: ({ type, reason }) => (
        <>
          {type}
          <span className={styles.reason}>{reason}</span>
        </>
      ),
    },
    { key: 'waiting', header: 'Events waiting', align: 'end', render: ({ waiting }) => waiting },
    { key: 'attempts', header: 'Attempts', align: 'end', render: ({ attempts }) => attempts },
    {
      key: 'since',
      header: 'Since',
      align: 'end',
      render: ({ parkedAt, nextTryAt }) => (
        <>
          {moment(parkedAt)}
          <span className={styles.second}>
            {nextTryAt ? <>next try {moment(nextTryAt)}</> : 'next try by hand, or when a worker starts'}
          </span>
        </>
      ),
    },
    {
      key: 'actions',
      header: <span className="spoken">Actions</span>,
      align: 'end',
      card: 'foot',
      render: ({ reader, key }) => (
        <AskButton act={retryByForm} fields={{ reader, key }} label="Try again now" asked="The worker was asked." />
      ),
    },
  ]
}
