'use client'

import { useSyncExternalStore } from 'react'
import { useConsistency } from './consistency-provider'
import { STILL, type Sync } from './sending/sync'

/** How own work stands, for the line under the header. */
export function useSync(): Sync {
  const { subscribe, sync } = useConsistency()
  return useSyncExternalStore(subscribe, sync, () => STILL)
}
