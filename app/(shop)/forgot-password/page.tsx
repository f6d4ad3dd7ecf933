import type { Metadata } from 'next'
import { ButtonLink } from '@/app/_ui/button-link'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { PageMessage } from '@/app/_ui/page-message'
import { Stack } from '@/app/_ui/stack'
import { shop } from '@/server/shop'
import { ForgotPasswordForm } from './forgot-password-form'

export const metadata: Metadata = { title: 'Forgotten password', robots: { index: false } }

export default async function ForgotPasswordPage({ searchParams }: { searchParams: Promise<{ asked?: string }> }) {
  const isSent = shop().config.smtpUrl !== undefined
  if ((await searchParams).asked !== undefined) return <Asked isSent={isSent} />
  return (
    <Stack gap="l" narrow>
      <PageHead
        title="Forgot your password?"
        lead={
          <>
            Say which e-mail address your account has, and the shop writes a letter to it, by which you set a new one.
            You remember it after all? <Link href="/sign-in">Sign in</Link>
          </>
        }
      />
      {!isSent && (
        <Notice title="This shop has no mail server">
          Its letters stay in a folder on its server. Ask who runs the shop for yours.
        </Notice>
      )}
      <ForgotPasswordForm />
    </Stack>
  )
}

/** Says the same to everybody. */
function Asked({ isSent }: { isSent: boolean }) {
  return (
    <PageMessage
      title={isSent ? 'Look into your letter box' : 'Ask for your letter'}
      actions={
        <>
          <ButtonLink href="/sign-in" look="primary">
            To sign in
          </ButtonLink>
          <ButtonLink href="/forgot-password">Ask again</ButtonLink>
        </>
      }
    >
      <p>
        {isSent
          ? 'If there is an account with this e-mail address, a letter is on its way to it. It may take a minute, and it may lie among the spam.'
          : 'If there is an account with this e-mail address, a letter to it lies in the mailbox folder on the shop’s server. No mail server is set up that would bring it: ask who runs the shop.'}
      </p>
      <p>Its link is good for an hour, and once.</p>
    </PageMessage>
  )
}
