import { Mail } from 'lucide-react'
import type { Metadata } from 'next'
import { notPastTheLast } from '@/app/_server/last-page'
import { DateTime } from '@/app/_ui/date-time'
import { EmptyState } from '@/app/_ui/empty-state'
import { Link } from '@/app/_ui/link'
import { PageHead } from '@/app/_ui/page-head'
import { Pagination } from '@/app/_ui/pagination'
import { Stack } from '@/app/_ui/stack'
import { type Column, Table } from '@/app/_ui/table'
import { type Letter, listLetters, mailboxIn } from '@/server/mail/mailbox'
import { shop } from '@/server/shop'
import { ResultCount } from '../../_chrome/result-count'
import { pageOf, type SearchParams } from '../../address'
import { requireStaff } from '../../require-staff'
import { letterPath, mailboxPath } from './mailbox-path'

export const metadata: Metadata = { title: 'Mailbox' }

const LETTERS_A_PAGE = 25

/** The letters that the shop wrote and no mail server took, because none is set up. */
export default async function MailboxPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireStaff()
  const { dataDir, timeZone } = shop().config
  const page = pageOf(await searchParams)
  const { letters, total } = await listLetters(mailboxIn(dataDir), { page, pageSize: LETTERS_A_PAGE })
  notPastTheLast({ total, page, pageSize: LETTERS_A_PAGE }, mailboxPath)
  return (
    <Stack gap="l">
      <PageHead
        title="Mailbox"
        lead="Where no mail server is set up, the shop’s letters go into a folder instead of to people."
      />
      <Stack>
        <ResultCount count={total} one="letter" />
        <Table
          caption="Letters"
          columns={columnsIn(timeZone)}
          rows={letters}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title="No letter lies here" icon={<Mail aria-hidden="true" />}>
              The next order that is paid puts its confirmation here. With SMTP_URL set, letters go to people, and this
              stays empty.
            </EmptyState>
          }
        />
        <Pagination page={page} pages={Math.ceil(total / LETTERS_A_PAGE)} href={mailboxPath} />
      </Stack>
    </Stack>
  )
}

function columnsIn(timeZone: string): Column<Letter>[] {
  return [
    {
      key: 'subject',
      header: 'Subject',
      card: 'title',
      render: ({ id, subject }) => <Link href={letterPath(id)}>{subject || 'No subject'}</Link>,
    },
    { key: 'to', header: 'To', render: ({ to }) => to },
    { key: 'at', header: 'Written', align: 'end', render: ({ at }) => at && <DateTime utc={at} timeZone={timeZone} /> },
  ]
}
