'use client'

import { type FocusEvent, type ReactNode, useEffect, useRef } from 'react'
import styles from './keep-focus.module.css'

/**
 * Around a list whose rows go away by being worked on: when the row that had the focus is gone, the list takes it, and
 * the keyboard goes on from there instead of from the top of the page.
 */
export function KeepFocus({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null)
  const hadFocus = useRef(false)
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) list.current?.focus({ preventScroll: true })
  })
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
      {children}
    </div>
  )
}
