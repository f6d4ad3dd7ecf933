'use client'

import { type FormEvent, startTransition, useActionState, useState } from 'react'
import { useWhenSaved } from '@/app/_client/use-issue'
import { Button } from '@/app/_ui/button'
import { signOut } from './actions'
import { useLeaving } from './use-leaving'

/** Ends the session, once everything that was done in it has arrived. */
export function SignOutButton() {
  const whenSaved = useWhenSaved()
  const [{ goTo }, action, isPending] = useActionState(signOut, {})
  const [isWaiting, setWaiting] = useState(false)
  useLeaving(goTo)

  async function leave(event: FormEvent) {
    event.preventDefault()
    setWaiting(true)
    await whenSaved()
    startTransition(action)
  }

  return (
    <form action={action} onSubmit={leave}>
      <Button type="submit" pending={isWaiting || isPending || goTo !== undefined}>
        Sign out
      </Button>
    </form>
  )
}
