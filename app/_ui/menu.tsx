'use client'

import { ChevronDown } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './menu.module.css'

type MenuProps = {
  /** What the button says. */
  label: ReactNode
  /** Which edge of the button the sheet hangs from. */
  align?: 'start' | 'end' | undefined
  /** `MenuItem`s: links and buttons. */
  children: ReactNode
}

/** A few links behind one word. A disclosure, so that it opens without script; script only closes it again. */
export function Menu({ label, align = 'end', children }: MenuProps) {
  const ref = useRef<HTMLDetailsElement>(null)
  useEffect(() => closeWhenLeft(ref.current), [])
  return (
    <details ref={ref} className={styles.menu}>
      <summary className={styles.summary}>
        <span className={styles.label}>{label}</span>
        <ChevronDown aria-hidden="true" />
      </summary>
      <ul className={styles.sheet} data-align={align}>
        {children}
      </ul>
    </details>
  )
}

/** One line of a menu: a link or a button of your own. */
export function MenuItem({ children }: { children: ReactNode }) {
  return <li className={styles.item}>{children}</li>
}

/** Closes on Escape, on a press elsewhere, when the focus leaves, and when something inside was chosen. */
function closeWhenLeft(menu: HTMLDetailsElement | null) {
  if (!menu) return
  const done = new AbortController()
  const { signal } = done
  const close = () => menu.removeAttribute('open')
  const closeIfOutside = (event: Event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) close()
  }
  document.addEventListener('pointerdown', closeIfOutside, { signal })
  document.addEventListener('focusin', closeIfOutside, { signal })
  menu.querySelector('ul')?.addEventListener('click', close, { signal })
  menu.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !menu.open) return
      close()
      menu.querySelector('summary')?.focus()
    },
    { signal },
  )
  return () => done.abort()
}
