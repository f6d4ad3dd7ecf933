'use client'

import { useEffect, useState } from 'react'
import { fetchAnswer } from '@/app/_client/read-door'
import type { ProjectionStatusView } from '@/server/read/projection-status/projection-status.view'

const EVERY_MS = 10_000

/**
 * How the projections stand, looked at again every ten seconds while somebody can see it. `isKnown` is false when the
 * shop could not be asked the last time: then nobody knows.
 */
export function useFreshness(initial: ProjectionStatusView): { status: ProjectionStatusView; isKnown: boolean } {
  const [known, setKnown] = useState({ status: initial, isKnown: true })
  useEffect(() => {
    const left = new AbortController()
    const timer = setInterval(() => void look(), EVERY_MS)
    const look = async () => {
      if (document.hidden) return
      const status = await fetchAnswer({ name: 'listProjections', input: {} }, left.signal).then(
        (answer) => answer.data as ProjectionStatusView,
        () => null,
      )
      if (!left.signal.aborted) setKnown((last) => ({ status: status ?? last.status, isKnown: status !== null }))
    }
    return () => {
      clearInterval(timer)
      left.abort()
    }
  }, [])
  return known
}
