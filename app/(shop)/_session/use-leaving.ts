'use client'

import { useEffect } from 'react'

/** Loads another page as a whole, once an action says so: see `leaveFor`. */
export function useLeaving(goTo: string | undefined): void {
  useEffect(() => {
    if (goTo) window.location.assign(goTo)
  }, [goTo])
}
