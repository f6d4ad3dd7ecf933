'use client'

import { X } from 'lucide-react'
import { createContext, type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './dialog.module.css'
import { IconButton } from './icon-button'

/** How what a dialog holds closes it. */
export const CloseContext = createContext<() => void>(() => {})

type DialogProps = {
  open: boolean
  /** Escape, the cross, a click outside. */
  onClose: () => void
  title: ReactNode
  children: ReactNode
}

/** A question that has to be answered first. The browser's own dialog: focus stays inside, and returns where it was. */
export function Dialog({ open, onClose, title, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  // Who marks words may let go of them outside: a click on the veil begins there too.
  const isVeilPressed = useRef(false)
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    if (open && !dialog?.open) dialog?.showModal()
    if (!open && dialog?.open) dialog.close()
  }, [open])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is on the veil only; the keyboard has Escape.
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onPointerDown={(event) => {
        isVeilPressed.current = event.target === ref.current
      }}
      onClick={(event) => event.target === ref.current && isVeilPressed.current && ref.current?.close()}
    >
      <div className={styles.sheet}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {open && <CloseContext value={onClose}>{children}</CloseContext>}
        {/* Last, so that the first field has the focus when the dialog opens. */}
        <IconButton
          className={styles.close}
          label="Close"
          icon={<X aria-hidden="true" />}
          onClick={() => ref.current?.close()}
        />
      </div>
    </dialog>
  )
}

/** The row of buttons at a dialog's foot, the decisive one last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>
}
