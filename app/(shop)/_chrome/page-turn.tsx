'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { type ReactNode, useEffect, useState } from 'react'
import styles from './page-turn.module.css'

/** A page that has not come by then is not coming by this click. */
const GIVEN_UP_AFTER_MS = 10_000

/**
 * Steps back what is on the page when the next one takes a moment to come, so that a click on a link is never a click
 * that does nothing. Pages are made for one person at the moment of asking, so there is nothing to show in advance.
 */
export function PageTurn({ children }: { children: ReactNode }) {
  const here = `${usePathname()}?${useSearchParams()}`
  const [leftFrom, setLeftFrom] = useState<string>()
  const isTurning = leftFrom === here

  useEffect(() => {
    const leave = (event: Event) => {
      if (event.defaultPrevented && leadsElsewhere(event.target)) setLeftFrom(here)
    }
    // In the bubbling phase, when the router has taken the event or has not.
    document.addEventListener('click', leave)
    document.addEventListener('submit', leave)
    return () => {
      document.removeEventListener('click', leave)
      document.removeEventListener('submit', leave)
    }
  }, [here])

  useEffect(() => {
    if (!isTurning) return
    const timer = setTimeout(() => setLeftFrom(undefined), GIVEN_UP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isTurning])

  return (
    <div className={styles.page} aria-busy={isTurning || undefined}>
      {children}
    </div>
  )
}

function leadsElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('search') && target instanceof HTMLFormElement) return true
  const link = target.closest('a')
  return link instanceof HTMLAnchorElement && withoutHash(link.href) !== withoutHash(window.location.href)
}

function withoutHash(address: string): string {
  return address.split('#')[0] ?? ''
}
