'use client'

import { useSync } from '@/app/_client/use-sync'
import { TideLine } from '@/app/_ui/tide-line'

/** Says how own work stands. */
export function SyncLine() {
  const { state, waiting } = useSync()
  return <TideLine state={state} waiting={waiting} />
}
