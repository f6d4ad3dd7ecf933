'use client'

import { type ReactNode, useActionState, useEffect } from 'react'
import { Button } from '@/app/_ui/button'
import { DialogActions } from '@/app/_ui/dialog'
import { DialogButton, useCloseDialog } from '@/app/_ui/dialog-button'
import { Notice } from '@/app/_ui/notice'
import { Stack } from '@/app/_ui/stack'
import type { Asked } from '../actions'

type KeptButtonProps = {
  act: (before: Asked, form: FormData) => Promise<Asked>
  name: string
  wish: 'return' | 'drop'
}

/** Returns to the rows from before a rebuild, or throws them away, once it was said what that does. */
export function KeptButton(props: KeptButtonProps) {
  const { label, title } = WORDS[props.wish]
  return (
    <DialogButton small label={label} title={`${title} ${props.name}?`}>
      <Question {...props} />
    </DialogButton>
  )
}

type Words = { label: string; title: string; what: ReactNode; look: 'primary' | 'danger'; yes: string; no: string }

const WORDS: Record<KeptButtonProps['wish'], Words> = {
  return: {
    label: 'Return to them',
    title: 'Return to the former rows of',
    what: 'Pages will show the kept rows instead of those that they show now. The kept ones are brought up to date first, so nobody sees the past. The others are kept in their place for a day: the way back is the same.',
    look: 'primary',
    yes: 'Return to them',
    no: 'Leave it as it is',
  },
  drop: {
    label: 'Throw away',
    title: 'Throw away the former rows of',
    what: 'Pages go on showing what they show. The kept rows take up room, and go by themselves when their day is over. Once they are thrown away there is no way back to them; a rebuild can make rows anew at any time.',
    look: 'danger',
    yes: 'Throw them away',
    no: 'Keep them',
  },
}

function Question({ act, name, wish }: KeptButtonProps) {
  const { what, look, yes, no } = WORDS[wish]
  const close = useCloseDialog()
  const [answer, ask, isPending] = useActionState(act, null)
  useEffect(() => {
    if (answer === 'asked') close()
  }, [answer, close])
  return (
    <form action={ask}>
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="wish" value={wish} />
      <Stack>
        <p>{what}</p>
        {answer === 'queue down' && (
          <Notice tone="refusal">
            The worker could not be asked, because the queue cannot be reached. Nothing has changed: try again.
          </Notice>
        )}
        <DialogActions>
          <Button onClick={close}>{no}</Button>
          <Button type="submit" look={look} pending={isPending} pendingLabel="Asking…">
            {yes}
          </Button>
        </DialogActions>
      </Stack>
    </form>
  )
}
