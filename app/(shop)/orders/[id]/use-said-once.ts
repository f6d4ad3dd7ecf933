'use client'

import { useEffect, useRef } from 'react'
import { useRefusals } from '@/app/_client/use-refusals'

/** A refusal that a page of its own has told is not told again when that page is left. */
export function useSaidOnce(refusalId: string): void {
  const { dismiss } = useRefusals()
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    // Development mounts everything twice: who is back at once has not left.
    clearTimeout(leaving.current)
    return () => {
      leaving.current = setTimeout(() => dismiss(refusalId))
    }
  }, [dismiss, refusalId])
}
