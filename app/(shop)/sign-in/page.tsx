import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { whoIsAsking } from '@/app/_server/actor'
import { safePath } from '@/app/_session/safe-path'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { Stack } from '@/app/_ui/stack'
import { shop } from '@/server/shop'
import { SignInForm } from './sign-in-form'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }

type SignInPageProps = { searchParams: Promise<{ next?: string; password?: string }> }

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next: wanted, password } = await searchParams
  const next = safePath(wanted)
  if ((await whoIsAsking()).person) redirect(next)
  return (
    <Stack gap="l" narrow>
      <PageHead
        title="Sign in"
        lead={
          <>
            What is in your cart comes along. No account yet?{' '}
            <Link href={`/sign-up?next=${encodeURIComponent(next)}`}>Create one</Link>
          </>
        }
      />
      {password === 'set' && (
        <Notice tone="done" title="Your new password is set">
          You are signed out everywhere. Sign in with it.
        </Notice>
      )}
      <SignInForm next={next} hasDemoAccounts={shop().config.hasDemoAccounts} />
    </Stack>
  )
}
