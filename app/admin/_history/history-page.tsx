import type { ReactNode } from 'react'
import { Breadcrumbs } from '@/app/_ui/breadcrumbs'
import { PageHead } from '@/app/_ui/page-head'
import { Stack } from '@/app/_ui/stack'
import type { Life } from '@/server/history/history'
import { Section } from '../_chrome/section'
import { AsItStood } from './as-it-stood'
import styles from './as-it-stood.module.css'
import type { AskedMoment } from './asked-moment'
import type { Writing } from './change-list'
import { LifeTimeline } from './life-timeline'

type HistoryPageProps = {
  /** The list, the thing, and its address there. */
  trail: readonly { href: string; label: string }[]
  name: string
  path: string
  life: Pick<Life<unknown>, 'moments' | 'until'>
  asked: AskedMoment
  writing: Writing
  /** How it stood at the moment that is asked for. */
  standing: ReactNode
}

/** Everything that the log tells of one thing, and how it stood at any moment of its life. */
export function HistoryPage({ trail, name, path, life, asked, writing, standing }: HistoryPageProps) {
  const isPast = asked.position !== undefined || asked.at !== undefined
  const since = life.moments.findLast(({ position }) => position <= (life.until ?? 0))?.at
  return (
    <Stack gap="l">
      <PageHead
        before={<Breadcrumbs items={[...trail, { label: 'History' }]} />}
        title={`History of ${name}`}
        lead="Everything that happened to it, as the log tells it."
      />
      <div className={styles.layout}>
        <AsItStood asked={asked} since={since} path={path} timeZone={writing.timeZone}>
          {standing}
        </AsItStood>
        <Section title="Event by event">
          <LifeTimeline life={life} path={path} isPast={isPast} writing={writing} />
        </Section>
      </div>
    </Stack>
  )
}
