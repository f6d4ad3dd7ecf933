'use client'

import { useView } from '@/app/_client/use-view'
import { DateTime } from '@/app/_ui/date-time'
import { Link } from '@/app/_ui/link'
import { useShopFacts } from '@/app/shop-facts'
import type { Answer } from '@/server/engine/log/mark'
import type { ActivityEntry, ActivityView } from '@/server/read/activity/activity.view'
import { dayOf } from '@/server/read/shop-day'
import { Section } from '../_chrome/section'
import styles from './activity-feed.module.css'
import { activityWords } from './activity-words'

type ActivityFeedProps = { asked: { limit: number }; initial: Answer<ActivityView> }

/** What happened in the shop, the latest first, day by day. */
export function ActivityFeed({ asked, initial }: ActivityFeedProps) {
  const { timeZone } = useShopFacts()
  const { entries } = useView({ name: 'listActivity', input: asked, initial }).data
  return (
    <Section title="Activity">
      {entries.length === 0 && <p>Nothing has happened yet.</p>}
      {daysOf(entries, timeZone).map(({ day, happened }) => (
        <div key={day} className={styles.day}>
          <h3 className={styles.date}>
            <DateTime utc={happened[0]?.at ?? ''} timeZone={timeZone} form="day" />
          </h3>
          <ul>
            {happened.map((entry) => (
              <Happened key={entry.position} entry={entry} />
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

function Happened({ entry }: { entry: ActivityEntry }) {
  const { currency, timeZone } = useShopFacts()
  const { subject, text, href } = activityWords(entry, currency)
  return (
    <li className={styles.entry}>
      <DateTime className={styles.time} utc={entry.at} timeZone={timeZone} form="time" />
      <span className={styles.words}>
        {href ? (
          <Link className={styles.subject} href={href} prefetch={false}>
            {subject}
          </Link>
        ) : (
          subject
        )}{' '}
        {text}
      </span>
    </li>
  )
}

function daysOf(entries: readonly ActivityEntry[], timeZone: string): { day: string; happened: ActivityEntry[] }[] {
  const days = new Map<string, ActivityEntry[]>()
  for (const entry of entries) {
    const day = dayOf(entry.at, timeZone)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days].map(([day, happened]) => ({ day, happened }))
}
