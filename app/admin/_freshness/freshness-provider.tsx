'use client'

import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { fetchAnswer } from '@/app/_client/views/read-door'
import type { ProjectionStatusView } from '@/server/read/projection-status/projection-status.view'

/** How the projections stood when they were last looked at; `isKnown` is false where the last look failed. */
type Known = { status: ProjectionStatusView; isKnown: boolean }

const EVERY_MS = 10_000
const FreshnessContext = createContext<Known | null>(null)

/** Looks every ten seconds how the projections stand, while somebody can see it: once for all that tell of it. */
export function FreshnessProvider({ initial, children }: { initial: ProjectionStatusView; children: ReactNode }) {
  const [known, setKnown] = useState<Known>({ status: initial, isKnown: true })
  useEffect(() => {
    const left = new AbortController()
    const timer = setInterval(() => void look(), EVERY_MS)
    const look = async () => {
      if (document.hidden) return
      const status = await askStatus(left.signal)
      if (!left.signal.aborted) setKnown((last) => ({ status: status ?? last.status, isKnown: status !== null }))
    }
    return () => {
      clearInterval(timer)
      left.abort()
    }
  }, [])
  return <FreshnessContext value={known}>{children}</FreshnessContext>
}

export function useFreshness(): Known {
  const known = use(FreshnessContext)
  if (!known) throw new Error('Nobody looks how fresh the figures are: put this inside FreshnessProvider.')
  return known
}

function askStatus(signal: AbortSignal): Promise<ProjectionStatusView | null> {
  return fetchAnswer({ name: 'listProjections', input: {} }, signal).then(
    (answer) => answer.data as ProjectionStatusView,
    () => null,
  )
}
