'use client'

import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react'
import { type Toast, ToastRegion } from './toast-region'

type ShowToast = (toast: Omit<Toast, 'id'> & { id?: string }) => void

const ToastContext = createContext<ShowToast | null>(null)

/** Holds what is being said at the edge of the screen. Once, around the pages. */
export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const count = useRef(0)
  const dismiss = useCallback((id: string) => setToasts((all) => all.filter((toast) => toast.id !== id)), [])
  const show = useCallback<ShowToast>((toast) => {
    count.current += 1
    const id = toast.id ?? `toast ${count.current}`
    // The same id again replaces what it said before: one subject, one toast.
    setToasts((all) => [...all.filter((other) => other.id !== id), { ...toast, id }])
  }, [])
  return (
    <ToastContext value={show}>
      {children}
      <ToastRegion toasts={toasts} onDismiss={dismiss} />
    </ToastContext>
  )
}

/** Says something at the edge of the screen: `show({ tone: 'refusal', title: 'The kettle is sold out' })`. */
export function useToasts(): ShowToast {
  const show = useContext(ToastContext)
  if (!show) throw new Error('useToasts needs <Toasts> around it')
  return show
}
