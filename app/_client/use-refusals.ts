'use client'

import { useSyncExternalStore } from 'react'
import { useConsistency } from './consistency-provider'
import type { Refusal } from './journal/refusal-book'

const NONE: readonly Refusal[] = []

/** The refusals that nobody has handled or dismissed yet, oldest first. */
export function useRefusals(): { refusals: readonly Refusal[]; dismiss: (id: string) => void } {
  const { subscribe, refusals, dismiss } = useConsistency()
  return { refusals: useSyncExternalStore(subscribe, refusals, () => NONE), dismiss }
}
