'use client'

import { type FocusEvent, type ReactNode, useCallback, useEffect, useRef } from 'react'
import { DialogHost } from '@/app/_ui/dialog-host'
import styles from './keep-focus.module.css'

/**
 * Around a list whose rows go away by being worked on, here or elsewhere: when the row that had the focus is gone, the
 * list takes it, and the keyboard goes on from there instead of from the top of the page. A dialog that was opened in a
 * row outlives it.
 */
export function KeepFocus({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null)
  const hadFocus = useRef(false)
  const takeLostFocus = useCallback(() => {
    if (hadFocus.current && document.activeElement === document.body) list.current?.focus({ preventScroll: true })
  }, [])
  useEffect(takeLostFocus)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens where the focus goes; nobody presses it.
    <div
      ref={list}
      tabIndex={-1}
      className={styles.list}
      onFocus={() => {
        hadFocus.current = true
      }}
      onBlur={({ relatedTarget }: FocusEvent) => {
        if (relatedTarget) hadFocus.current = list.current?.contains(relatedTarget) ?? false
      }}
    >
      <DialogHost onClosed={takeLostFocus}>{children}</DialogHost>
    </div>
  )
}
