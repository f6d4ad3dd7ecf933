'use client'

import { createContext, type ReactNode, useContext, useState } from 'react'
import { Button, type ButtonProps } from './button'
import { Dialog } from './dialog'

const CloseContext = createContext<() => void>(() => {})

type DialogButtonProps = Omit<ButtonProps, 'onClick' | 'title'> & {
  /** The button's words. */
  label: ReactNode
  /** The dialog's title. */
  title: ReactNode
  /** What the dialog holds; mounted only while it is open. */
  children: ReactNode
}

/** A button with the dialog that it opens. */
export function DialogButton({ label, title, children, ...button }: DialogButtonProps) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button aria-haspopup="dialog" {...button} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={close} title={title}>
        <CloseContext value={close}>{children}</CloseContext>
      </Dialog>
    </>
  )
}

/** Inside a `DialogButton`: closes its dialog, when the work is on its way. */
export function useCloseDialog(): () => void {
  return useContext(CloseContext)
}
