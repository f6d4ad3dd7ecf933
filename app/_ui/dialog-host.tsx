'use client'

import { createContext, type ReactNode, useEffect, useMemo, useState } from 'react'
import { Dialog } from './dialog'

type HostedDialog = { id: string; title: ReactNode; children: ReactNode }

type Host = {
  /** Whose dialog is open. */
  openId: string | null
  open: (dialog: HostedDialog) => void
  /** What the open dialog says now. */
  refresh: (dialog: HostedDialog) => void
}

export const DialogHostContext = createContext<Host | null>(null)

type DialogHostProps = { onClosed: () => void; children: ReactNode }

/**
 * Holds the dialogs of the `DialogButton`s inside it. The button may go, with the row it stood in: the dialog stays as
 * it was, with what is being typed in it.
 */
export function DialogHost({ onClosed, children }: DialogHostProps) {
  const [dialog, setDialog] = useState<HostedDialog | null>(null)
  const openId = dialog?.id ?? null
  const host = useMemo<Host>(
    () => ({
      openId,
      open: setDialog,
      refresh: (next) => setDialog((now) => (now?.id === next.id ? next : now)),
    }),
    [openId],
  )
  useEffect(() => {
    if (openId === null) onClosed()
  }, [openId, onClosed])
  return (
    <DialogHostContext value={host}>
      {children}
      <Dialog open={dialog !== null} onClose={() => setDialog(null)} title={dialog?.title}>
        {dialog?.children}
      </Dialog>
    </DialogHostContext>
  )
}
