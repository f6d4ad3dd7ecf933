import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { whoIsAsking } from '@/app/_server/actor'
import { ask } from '@/app/_server/ask'
import { SignOutButton } from '@/app/_session/sign-out-button'
import { ButtonLink } from '@/app/_ui/button-link'
import { Heading } from '@/app/_ui/heading'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { Stack } from '@/app/_ui/stack'
import { getAddressBook } from '@/server/read/address-book/address-book.query'
import { listOwnOrders } from '@/server/read/order-history/order-history.query'
import { countOf } from '../_browse/count-text'
import { countryOptions } from '../_forms/countries'
import { AddressBook } from './address-book'
import { Details } from './details'

export const metadata: Metadata = { title: 'Your account', robots: { index: false } }

const SAVED = new Map([
  ['name', 'Your name is changed.'],
  ['email', 'Your e-mail address is changed. Sign in by the new one from now on.'],
  ['password', 'Your password is changed, and you are signed out everywhere else.'],
])

export default async function AccountPage({ searchParams }: { searchParams: Promise<{ saved?: string }> }) {
  const { actor, person } = await whoIsAsking()
  if (!person) redirect('/sign-in?next=/account')
  const saved = SAVED.get((await searchParams).saved ?? '')
  const [book, orders] = await Promise.all([ask(getAddressBook, {}), ask(listOwnOrders, { page: 1, pageSize: 1 })])
  return (
    <Stack gap="l">
      <PageHead
        title="Your account"
        lead={
          <>
            {person.name}, {person.email}. <Link href="/orders">{countOf(orders.data.total, 'order')}</Link>
          </>
        }
        actions={
          <>
            {actor.kind === 'staff' && <ButtonLink href="/admin">To the back office</ButtonLink>}
            <SignOutButton />
          </>
        }
      />
      {saved && (
        <Notice tone="done" title="Saved">
          {saved}
        </Notice>
      )}
      <Stack narrow>
        <Heading level={2}>Name and sign-in</Heading>
        <Details key={`${person.name} ${person.email} ${saved}`} person={person} />
      </Stack>
      <Stack>
        <Heading level={2}>Addresses</Heading>
        <AddressBook initial={book} countries={countryOptions} name={person.name} />
      </Stack>
    </Stack>
  )
}
