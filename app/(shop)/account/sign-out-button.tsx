'use client'

import { useActionState } from 'react'
import { useWhenSaved } from '@/app/_client/use-issue'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Leaving } from '../_session/leave-for'
import { useLeaving } from '../_session/use-leaving'
import { signOut } from './actions'

/** Ends the session, once everything that was done in it has arrived. */
export function SignOutButton() {
  const whenSaved = useWhenSaved()
  const [{ goTo }, action] = useActionState<Partial<Leaving>>(async () => {
    await whenSaved()
    return signOut()
  }, {})
  useLeaving(goTo)
  return (
    <form action={action}>
      <SubmitButton look="quiet" pending={goTo ? true : undefined}>
        Sign out
      </SubmitButton>
    </form>
  )
}
