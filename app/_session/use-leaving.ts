'use client'

import { useEffect } from 'react'
import { useLeave } from '@/app/_client/use-issue'

/** Loads another page as a whole, once an action says so, and leaves nothing behind: see `leaveFor`. */
export function useLeaving(goTo: string | undefined): void {
  const leave = useLeave()
  useEffect(() => {
    if (!goTo) return
    leave()
    window.location.assign(goTo)
  }, [goTo, leave])
}
