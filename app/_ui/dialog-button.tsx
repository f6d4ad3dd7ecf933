'use client'

import { type ReactNode, useContext, useEffect, useId, useState } from 'react'
import { Button, type ButtonProps } from './button'
import { CloseContext, Dialog } from './dialog'
import { DialogHostContext } from './dialog-host'

type DialogButtonProps = Omit<ButtonProps, 'onClick' | 'title'> & {
  /** The button's words. */
  label: ReactNode
  /** The dialog's title. */
  title: ReactNode
  /** What the dialog holds; mounted only while it is open. */
  children: ReactNode
}

/** A button with the dialog that it opens: beside itself, or in the `DialogHost` around it. */
export function DialogButton(props: DialogButtonProps) {
  return useContext(DialogHostContext) ? <HostedDialogButton {...props} /> : <OwnDialogButton {...props} />
}

function OwnDialogButton({ label, title, children, ...button }: DialogButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button aria-haspopup="dialog" {...button} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title}>
        {children}
      </Dialog>
    </>
  )
}

function HostedDialogButton({ label, title, children, ...button }: DialogButtonProps) {
  const id = useId()
  const host = useContext(DialogHostContext)
  const isOpen = host?.openId === id
  useEffect(() => {
    if (isOpen) host.refresh({ id, title, children })
  }, [isOpen, host, id, title, children])
  return (
    <Button aria-haspopup="dialog" {...button} onClick={() => host?.open({ id, title, children })}>
      {label}
    </Button>
  )
}

/** Inside a `DialogButton`: closes its dialog, when the work is on its way. */
export function useCloseDialog(): () => void {
  return useContext(CloseContext)
}
