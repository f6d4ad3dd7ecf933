'use client'

import type { ComponentProps, ReactNode } from 'react'
import { Button } from '@/app/_ui/button'
import { DialogActions } from '@/app/_ui/dialog'
import { useCloseDialog } from '@/app/_ui/dialog-button'
import { Stack } from '@/app/_ui/stack'

type DialogFormProps = ComponentProps<'form'> & {
  /** The verb that does it. */
  submit: ReactNode
  look?: 'primary' | 'danger'
  /** What the way back is called. */
  back?: ReactNode
}

/** The fields of a dialog, and at its foot the way back and the way on. Takes what conform's `getFormProps` gives. */
export function DialogForm({ submit, look = 'primary', back = 'Cancel', children, ...form }: DialogFormProps) {
  const close = useCloseDialog()
  return (
    <form {...form}>
      <Stack>
        {children}
        <DialogActions>
          <Button onClick={close}>{back}</Button>
          <Button type="submit" look={look}>
            {submit}
          </Button>
        </DialogActions>
      </Stack>
    </form>
  )
}
