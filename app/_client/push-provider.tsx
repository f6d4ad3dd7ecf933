'use client'

import { createContext, type ReactNode, use, useEffect, useMemo } from 'react'
import { useConsistency } from './consistency-provider'
import { createPush, type Push } from './push'

const PushContext = createContext<Omit<Push, 'start'>>({ isLive: () => false, distrust: () => {} })

/** Keeps the views on screen up to date with what others do, as long as the server's stream tells of it. */
export function PushProvider({ children }: { children: ReactNode }) {
  const consistency = useConsistency()
  const push = useMemo(() => createPush(consistency), [consistency])
  useEffect(() => push.start(), [push])
  return <PushContext value={push}>{children}</PushContext>
}

/** Whether others' changes are told at the moment; where they are not, they must be asked for. */
export function useIsLive(): () => boolean {
  return use(PushContext).isLive
}

/** Answers the function to call when the page may be older than it looks: everything on it is asked for anew. */
export function useDistrust(): () => void {
  return use(PushContext).distrust
}
