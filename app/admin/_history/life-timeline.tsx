import { DateTime } from '@/app/_ui/date-time'
import { Disclosure } from '@/app/_ui/disclosure'
import { Link } from '@/app/_ui/link'
import { Timeline, type Moment as TimelineMoment } from '@/app/_ui/timeline'
import type { Life, Moment } from '@/server/history/history'
import { actorText } from './actor-words'
import { momentPath } from './asked-moment'
import { ChangeList, type Writing } from './change-list'
import { eventName, isWorthTelling } from './field-words'
import styles from './life-timeline.module.css'

/** Beyond this nobody reads on; the moments before are found by asking for one of them. */
const MOST_MOMENTS = 200

type LifeTimelineProps = {
  life: Pick<Life<unknown>, 'moments' | 'until'>
  /** The page's own address, to look at another moment. */
  path: string
  /** Whether an earlier moment is looked at: what came after it is not yet true. */
  isPast: boolean
  writing: Writing
}

/** A life event by event: who, when, why, by which command, and what it changed. */
export function LifeTimeline({ life: { moments, until }, path, isPast, writing }: LifeTimelineProps) {
  const shown = moments.slice(-MOST_MOMENTS)
  const latest = shown.findLast(({ position }) => until !== null && position <= until)?.position ?? 0
  const stateOf = (position: number): TimelineMoment['state'] => {
    if (position === latest) return 'now'
    return isPast && position > latest ? 'ahead' : 'done'
  }
  return (
    <>
      {moments.length > shown.length && (
        <p>
          The latest {MOST_MOMENTS} of {moments.length.toLocaleString('en-GB')} events.
        </p>
      )}
      <Timeline
        label="Event by event"
        moments={shown.map((moment) => ({
          key: String(moment.position),
          title: eventName(moment.type),
          time: (
            <>
              <DateTime utc={moment.at} timeZone={writing.timeZone} />, by {actorText(moment.actor)}
            </>
          ),
          state: stateOf(moment.position),
          detail: <Detail moment={moment} path={path} writing={writing} />,
        }))}
      />
    </>
  )
}

function Detail({ moment, path, writing }: { moment: Moment; path: string; writing: Writing }) {
  const { reason, isBirth, command, commandId, position } = moment
  const changes = moment.changes.filter(isWorthTelling)
  const list = <ChangeList changes={changes} isBirth={isBirth} writing={writing} />
  return (
    <div className={styles.detail}>
      {reason && <p>“{reason}”</p>}
      {changes.length > 0 && (isBirth ? <Disclosure summary="What it began with">{list}</Disclosure> : list)}
      <p className={styles.source}>
        <Link href={momentPath(path, position)} aria-label={`As it stood then, after ${eventName(moment.type)}`}>
          As it stood then
        </Link>
        <span>
          {command ?? 'Command'} <code className={styles.id}>{commandId}</code>
        </span>
      </p>
    </div>
  )
}
