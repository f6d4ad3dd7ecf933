import type { Metadata } from 'next'
import { findOpenReset } from './open-reset'
import { ResetPassword } from './reset-password'

export const metadata: Metadata = { title: 'Set a new password', robots: { index: false } }

export default async function ResetPasswordPage() {
  return <ResetPassword email={await findOpenReset()} />
}
