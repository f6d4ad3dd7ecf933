import { DateTime } from '@/app/_ui/date-time'
import { type Column, Table } from '@/app/_ui/table'
import type { RebuildRow } from '@/server/engine/rebuilding/rebuild-row'
import { KEPT_HOURS } from '@/server/operations/rebuilds'
import { Section } from '../../_chrome/section'
import { steerRebuildByForm } from '../rebuild-actions'
import { KeptButton } from './kept-button'
import { Progress } from './progress'
import { keptWords } from './rebuild-words'
import styles from './rebuilds.module.css'

/** What pages showed before a rebuild, for as long as it is kept: the way back to it, and the way to be rid of it. */
export function KeptRows({ rebuilds, timeZone }: { rebuilds: readonly RebuildRow[]; timeZone: string }) {
  const rows = rebuilds.filter(({ keptSince, keptState }) => keptSince !== null || keptState !== null)
  return (
    <Section title="Former rows">
      <p>
        What pages showed before a rebuild is kept for a day.{' '}
        {rows.length === 0 ? 'Nothing is kept now.' : 'Until then there is a way back to it.'}
      </p>
      {rows.length > 0 && (
        <Table caption="Former rows" columns={columnsIn(timeZone)} rows={rows} rowKey={({ name }) => name} />
      )}
    </Section>
  )
}

function columnsIn(timeZone: string): Column<RebuildRow>[] {
  const moment = (utc: string) => <DateTime utc={utc} timeZone={timeZone} />
  return [
    { key: 'name', header: 'Projection', card: 'title', render: ({ name }) => name },
    { key: 'state', header: 'Stands', render: (rebuild) => <KeptState rebuild={rebuild} /> },
    {
      key: 'until',
      header: 'Kept until',
      align: 'end',
      render: ({ keptSince }) => keptSince && moment(endOf(keptSince)),
    },
    { key: 'actions', header: <span className="spoken">Actions</span>, align: 'end', card: 'foot', render: actionsOf },
  ]
}

const HOUR_MS = 3_600_000
const endOf = (since: string) => new Date(Date.parse(since) + KEPT_HOURS * HOUR_MS).toISOString()

function KeptState({ rebuild }: { rebuild: RebuildRow }) {
  const isReturning = rebuild.keptWish === 'return' && rebuild.keptState === 'under way'
  return (
    <span className={styles.progress}>
      {keptWords(rebuild)}
      {isReturning && (
        <Progress rebuild={{ ...rebuild, state: 'filling' }} label={`Return to the former rows of ${rebuild.name}`} />
      )}
    </span>
  )
}

/** Nothing can be wished for while a rebuild, or the last wish, is under way. */
function actionsOf({ name, keptSince, keptWish, endedAt }: RebuildRow) {
  if (keptSince === null || keptWish !== null || endedAt === null) return null
  return (
    <span className={styles.actions}>
      <KeptButton act={steerRebuildByForm} name={name} wish="return" />
      <KeptButton act={steerRebuildByForm} name={name} wish="drop" />
    </span>
  )
}
