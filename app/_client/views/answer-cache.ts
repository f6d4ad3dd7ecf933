import { hashKey, QueryClient, replaceEqualDeep } from '@tanstack/react-query'
import type { Answer } from '@/server/engine/log/mark'
import { isAsNew } from './cover'
import type { ViewName } from './visible'

/** Whatever the query, its answer is kept under `[KIND, keyOf(view)]`. */
export const KIND = 'view'
/** An answer younger than this is not asked for again when a page shows it or the window comes back. */
const FRESH_MS = 5_000

/**
 * TanStack Query as a keeper of confirmed answers: it fetches, shares and throws away. It never judges by its own clock
 * which of two answers is newer.
 */
export function createAnswerClient(fetchByKey: (key: string, signal: AbortSignal) => Promise<Answer<unknown>>) {
  return new QueryClient({
    defaultOptions: {
      queries: {
        queryFn: ({ queryKey, signal }) => fetchByKey(String(queryKey[1]), signal),
        structuralSharing: (known, next) => keepNewest(known as Answer<unknown> | undefined, next as Answer<unknown>),
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnMount: isOld,
        refetchOnWindowFocus: isOld,
        refetchOnReconnect: isOld,
        retry: 2,
      },
    },
  })
}

/** One key for one question, however its input is written. */
export function keyOf({ name, input }: ViewName): string {
  return hashKey([name, input])
}

export function viewOf(key: string): ViewName {
  const [name, input] = JSON.parse(key) as [string, unknown]
  return { name, input }
}

function isOld({ state }: { state: { dataUpdatedAt: number } }): 'always' | false {
  return Date.now() - state.dataUpdatedAt > FRESH_MS ? 'always' : false
}

/**
 * The last guard, inside the cache's own write, where nothing can come between comparing and writing. What is equal keeps
 * its identity, so that rows that did not change are not drawn again.
 */
function keepNewest(known: Answer<unknown> | undefined, next: Answer<unknown>): Answer<unknown> {
  if (!known || known === next) return next
  if (!isAsNew(next, known)) return known
  return { ...next, data: replaceEqualDeep(known.data, next.data) }
}
