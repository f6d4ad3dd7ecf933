'use client'

import { useCallback, useSyncExternalStore } from 'react'
import type { Answer } from '@/server/engine/log/mark'
import { useConsistency } from './consistency-provider'
import { keyOf } from './views/answer-cache'
import type { View } from './views/looks'

/** A question to show, and the answer that came with the page. */
export type ViewRequest<Data> = { name: string; input: unknown; initial?: Answer<Data> | undefined }

const NOT_YET: View<undefined> = { data: undefined, pending: new Map(), error: null }

/**
 * Shows a query's answer with own work over it, and keeps it up to date. `initial` is what the page's server component got
 * from `ask`, whole; with it there is data from the first byte of HTML on. Two components with the same name and input
 * share one answer.
 */
export function useView<Data>(request: ViewRequest<Data> & { initial: Answer<Data> }): View<Data>
export function useView<Data>(request: ViewRequest<Data>): View<Data | undefined>
export function useView<Data>({ name, input, initial }: ViewRequest<Data>): View<Data | undefined> {
  const consistency = useConsistency()
  const key = keyOf({ name, input })
  // While rendering, so that no frame shows an older answer than the one that this render was given.
  if (initial && typeof window !== 'undefined') consistency.admit(key, initial)
  const subscribe = useCallback((onChange: () => void) => consistency.watch(key, onChange), [consistency, key])
  const look = () => consistency.look(key) as View<Data | undefined>
  // While hydrating: what the server rendered, and nothing that this browser may know beyond it.
  const lookInHtml = () => (initial ? (consistency.lookInHtml(key, initial) as View<Data>) : NOT_YET)
  return useSyncExternalStore(subscribe, look, lookInHtml)
}
