import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { whoIsAsking } from '@/app/_server/actor'
import { safePath } from '@/app/_session/safe-path'
import { Link } from '@/app/_ui/link'
import { PageHead } from '@/app/_ui/page-head'
import { Stack } from '@/app/_ui/stack'
import { SignUpForm } from './sign-up-form'

export const metadata: Metadata = { title: 'Create an account', robots: { index: false } }

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = safePath((await searchParams).next)
  if ((await whoIsAsking()).person) redirect(next)
  return (
    <Stack gap="l" narrow>
      <PageHead
        title="Create an account"
        lead={
          <>
            It keeps your cart, your addresses and your orders together, on whatever you shop with. You have one?{' '}
            <Link href={`/sign-in?next=${encodeURIComponent(next)}`}>Sign in</Link>
          </>
        }
      />
      <SignUpForm next={next} />
    </Stack>
  )
}
