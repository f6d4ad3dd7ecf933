import { ArrowRight } from 'lucide-react'
import { DateTime } from '@/app/_ui/date-time'
import type { Change } from '@/server/engine/log/difference'
import styles from './change-list.module.css'
import { fieldName, fieldText, isInstant } from './field-words'

export type Writing = { currency: string; timeZone: string }

/** What an event changed, field by field: before and after. Of a beginning, what it began with. */
export function ChangeList({
  changes,
  isBirth,
  writing,
}: {
  changes: readonly Change[]
  isBirth: boolean
  writing: Writing
}) {
  const shown = isBirth ? changes.filter((change) => fieldText(change, change.after, writing.currency)) : changes
  return (
    <dl className={styles.changes}>
      {shown.map((change) => (
        <div key={change.path.join('/')} className={styles.change}>
          <dt className={styles.field}>{fieldName(change.path)}</dt>
          <dd className={styles.sides}>
            {!isBirth && (
              <>
                <span className={styles.before}>
                  <span className="spoken">was </span>
                  <Side change={change} value={change.before} writing={writing} />
                </span>
                <ArrowRight className={styles.arrow} aria-hidden="true" />
                <span className="spoken">, is now </span>
              </>
            )}
            <Side change={change} value={change.after} writing={writing} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Side({ change, value, writing }: { change: Change; value: Change['after']; writing: Writing }) {
  const text = fieldText(change, value, writing.currency)
  if (text === null) return <span className={styles.nothing}>nothing</span>
  return isInstant(text) ? <DateTime utc={text} timeZone={writing.timeZone} /> : text
}
