'use client'

import { useState } from 'react'
import { PageHead } from '@/app/_ui/page-head'
import { Stack } from '@/app/_ui/stack'
import { LinkIsOver } from './link-is-over'
import { ResetPasswordForm } from './reset-password-form'

/** `email` is the account's for which this browser has a letter. */
export function ResetPassword({ email }: { email: string | null }) {
  // As the page was come to: the answer that the password is set brings the page along, and by then the link is used.
  const [openFor] = useState(email)
  if (!openFor) return <LinkIsOver />
  return (
    <Stack gap="l" narrow>
      <PageHead title="Set a new password" lead={`For the account of ${openFor}.`} />
      <ResetPasswordForm email={openFor} />
    </Stack>
  )
}
