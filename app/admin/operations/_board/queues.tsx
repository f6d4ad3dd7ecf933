import { DateTime } from '@/app/_ui/date-time'
import { type Column, Table } from '@/app/_ui/table'
import type { JobStanding, QueueStanding } from '@/server/operations/queue-board'
import { Section } from '../../_chrome/section'
import { runJobByForm } from '../actions'
import { AskButton } from './ask-button'
import styles from './parked-keys.module.css'

type QueuesProps = { queues: readonly QueueStanding[] | null; timeZone: string }
type JobRow = JobStanding & { queue: string }

/** What is in the queues, and the jobs that wait for their time or failed. */
export function Queues({ queues, timeZone }: QueuesProps) {
  const jobs = (queues ?? []).flatMap(({ queue, jobs }) => jobs.map((job) => ({ ...job, queue })))
  return (
    <Section title="Queues">
      {!queues && <p>They cannot be reached. Readers are woken by notifications meanwhile; timed work comes later.</p>}
      {queues && (
        <Table
          caption="Queues one by one"
          columns={QUEUE_COLUMNS}
          rows={queues}
          rowKey={({ queue }) => queue}
          phone="scroll"
        />
      )}
      {jobs.length > 0 && (
        <Table
          caption="Jobs that wait for their time or failed"
          showCaption
          columns={jobColumnsIn(timeZone)}
          rows={jobs}
          rowKey={({ queue, id }) => `${queue} ${id}`}
        />
      )}
    </Section>
  )
}

const QUEUE_COLUMNS: Column<QueueStanding>[] = [
  { key: 'queue', header: 'Queue', render: ({ queue }) => queue },
  { key: 'waiting', header: 'Waiting', align: 'end', render: ({ waiting }) => waiting },
  { key: 'active', header: 'Active', align: 'end', render: ({ active }) => active },
  { key: 'delayed', header: 'Delayed', align: 'end', render: ({ delayed }) => delayed },
  { key: 'failed', header: 'Failed', align: 'end', render: ({ failed }) => failed },
]

function jobColumnsIn(timeZone: string): Column<JobRow>[] {
  return [
    {
      key: 'job',
      header: 'Job',
      card: 'title',
      render: ({ queue, about }) => (
        <>
          {queue}
          <span className={styles.key}>{about}</span>
        </>
      ),
    },
    { key: 'state', header: 'Stands', render: ({ state }) => (state === 'failed' ? 'Failed' : 'Waits for its time') },
    {
      key: 'reason',
      header: 'Failed last',
      render: ({ reason }) => <span className={styles.reason}>{reason ?? 'Not yet'}</span>,
    },
    { key: 'attempts', header: 'Attempts', align: 'end', render: ({ attempts }) => attempts },
    {
      key: 'due',
      header: 'Due',
      align: 'end',
      render: ({ dueAt }) => (dueAt ? <DateTime utc={dueAt} timeZone={timeZone} /> : 'By hand'),
    },
    {
      key: 'actions',
      header: <span className="spoken">Actions</span>,
      align: 'end',
      card: 'foot',
      render: ({ queue, id }) => (
        <AskButton act={runJobByForm} fields={{ queue, job: id }} label="Run now" asked="It runs." />
      ),
    },
  ]
}
