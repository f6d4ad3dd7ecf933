import type { ReactNode } from 'react'
import { Button } from '@/app/_ui/button'
import { DateTime } from '@/app/_ui/date-time'
import { Field } from '@/app/_ui/field'
import { Heading } from '@/app/_ui/heading'
import { Link } from '@/app/_ui/link'
import styles from './as-it-stood.module.css'
import { type AskedMoment, STANDING_ID } from './asked-moment'

type AsItStoodProps = {
  asked: AskedMoment
  /** When the last event happened that counts; nothing where none had happened. */
  since: string | undefined
  path: string
  timeZone: string
  /** How it stood; nothing where it did not exist yet. */
  children: ReactNode
}

/** The life's latest page, or an earlier one: how the thing stood then, and the way to another moment. */
export function AsItStood({ asked, since, path, timeZone, children }: AsItStoodProps) {
  const isPast = asked.position !== undefined || asked.at !== undefined
  const moment = asked.at ?? (isPast ? since : undefined)
  return (
    <section className={styles.panel} id={STANDING_ID} aria-labelledby={`${STANDING_ID}-title`}>
      <div className={styles.head}>
        <Heading level={2} id={`${STANDING_ID}-title`}>
          {moment ? (
            <>
              As it stood on <DateTime utc={moment} timeZone={timeZone} />
            </>
          ) : (
            'As it stands now'
          )}
        </Heading>
        {isPast && <Link href={path}>Back to now</Link>}
      </div>
      {children ?? <p>It did not exist yet.</p>}
      <form action={path} className={styles.form} aria-label="Another moment">
        <Field
          id="history-moment"
          label="Another moment"
          type="datetime-local"
          name="moment"
          defaultValue={asked.local}
          key={asked.local}
          required
        />
        <Button type="submit" look="quiet">
          Show
        </Button>
      </form>
    </section>
  )
}
