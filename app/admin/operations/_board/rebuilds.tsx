import { DateTime } from '@/app/_ui/date-time'
import { type Column, Table } from '@/app/_ui/table'
import type { RebuildRow } from '@/server/engine/rebuilding/rebuild-row'
import { Section } from '../../_chrome/section'
import { steerRebuildByForm } from '../rebuild-actions'
import { AskButton } from './ask-button'
import { Progress } from './progress'
import { comparedWords, stateWords } from './rebuild-words'
import styles from './rebuilds.module.css'

type RebuildsProps = { projections: readonly string[]; rebuilds: readonly RebuildRow[]; timeZone: string }

/** A line for each projection: how its rebuild is getting on, or what became of the last one, and what can be done. */
export function Rebuilds({ projections, rebuilds, timeZone }: RebuildsProps) {
  const rows = projections.map((name) => ({ name, rebuild: rebuilds.find((one) => one.name === name) ?? null }))
  return (
    <Section title="Rebuilds">
      <p>New rows are made from the log beside those that pages show, and then change places with them.</p>
      <Table caption="Rebuilds" columns={columnsIn(timeZone)} rows={rows} rowKey={({ name }) => name} />
    </Section>
  )
}

type Line = { name: string; rebuild: RebuildRow | null }

function columnsIn(timeZone: string): Column<Line>[] {
  return [
    { key: 'name', header: 'Projection', card: 'title', render: ({ name }) => name },
    { key: 'state', header: 'Rebuild', render: ({ rebuild }) => (rebuild ? stateWords(rebuild) : 'None yet') },
    {
      key: 'progress',
      header: 'Progress',
      render: ({ rebuild }) =>
        rebuild && !rebuild.endedAt && <Progress rebuild={rebuild} label={`Rebuild of ${rebuild.name}`} />,
    },
    { key: 'compared', header: 'Compared', render: ({ rebuild }) => rebuild && comparedWords(rebuild) },
    {
      key: 'ended',
      header: 'Ended',
      align: 'end',
      render: ({ rebuild }) => rebuild?.endedAt && <DateTime utc={rebuild.endedAt} timeZone={timeZone} />,
    },
    {
      key: 'actions',
      header: <span className="spoken">Actions</span>,
      align: 'end',
      card: 'end',
      render: ({ name, rebuild }) => <Actions name={name} rebuild={rebuild} />,
    },
  ]
}

function Actions({ name, rebuild }: Line) {
  const button = (wish: string, label: string, asked: string) => (
    <AskButton key={wish} act={steerRebuildByForm} fields={{ name, wish }} label={label} asked={asked} />
  )
  if (!rebuild || rebuild.endedAt !== null) return button('run', 'Rebuild', 'The worker was asked.')
  return (
    <span className={styles.actions}>
      {rebuild.wish === 'pause' ? button('run', 'Go on', 'It will go on.') : button('pause', 'Pause', 'It will pause.')}
      {button('cancel', 'Cancel', 'It will be cancelled.')}
    </span>
  )
}
