import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Breadcrumbs } from '@/app/_ui/breadcrumbs'
import { Columns } from '@/app/_ui/columns'
import { DateTime } from '@/app/_ui/date-time'
import { Disclosure } from '@/app/_ui/disclosure'
import { Facts } from '@/app/_ui/facts'
import { Notice } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { Stack } from '@/app/_ui/stack'
import { findLetter, mailboxIn } from '@/server/mail/mailbox'
import { shop } from '@/server/shop'
import { requireStaff } from '../../../require-staff'
import { mailboxPath } from '../mailbox-path'
import styles from './page.module.css'

type LetterPageProps = { params: Promise<{ id: string }> }

/** Once for the page and its title. */
const readLetter = cache(async (id: string) => {
  await requireStaff()
  return findLetter(mailboxIn(shop().config.dataDir), id)
})

export async function generateMetadata({ params }: LetterPageProps): Promise<Metadata> {
  return { title: (await readLetter((await params).id))?.subject ?? 'Letter not found' }
}

export default async function LetterPage({ params }: LetterPageProps) {
  const letter = await readLetter((await params).id)
  if (!letter) notFound()
  const { subject, from, to, at, messageId, file, said } = letter
  return (
    <Stack gap="l">
      <PageHead
        before={<Breadcrumbs items={[{ href: mailboxPath(), label: 'Mailbox' }, { label: subject }]} />}
        title={subject}
        lead={`To ${to}`}
      />
      <Columns
        aside={
          <Facts
            items={[
              { label: 'From', value: from },
              { label: 'To', value: to },
              ...(at ? [{ label: 'Written', value: <DateTime utc={at} timeZone={shop().config.timeZone} /> }] : []),
              { label: 'Its own id', value: <span className={styles.id}>{messageId}</span> },
            ]}
          />
        }
      >
        {said ? (
          <Stack>
            {/* In a frame that may do nothing: no scripts, no forms, no links, no address of its own. */}
            {said.html && (
              <iframe className={styles.frame} title="The letter as it looks" sandbox="" srcDoc={said.html} />
            )}
            <Disclosure summary="As plain text" open={!said.html}>
              <pre className={styles.text}>{said.text}</pre>
            </Disclosure>
          </Stack>
        ) : (
          <Notice title="What it says is for its receiver alone">
            Whoever follows its link gets into the account. Who may read the files of the shop’s server finds it there,
            as <span className={styles.id}>{file}</span>.
          </Notice>
        )}
      </Columns>
    </Stack>
  )
}
