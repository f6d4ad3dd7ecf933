/**
 * A view on screen: whether own work on it is still on its way, which committed work its answer lacks, and whether all of
 * that was answered in other tabs.
 */
export type Watched = {
  key: string
  isBusy: boolean
  lacks: readonly string[]
  isOfOthers: boolean
  isFetching: boolean
}

type Lacking = { lacks: readonly string[]; tries: number; timer: ReturnType<typeof setTimeout> | undefined }

export type Refetcher = { check: () => void; stop: () => void }

const PAUSES_MS = [0, 500, 1000, 2000, 5000, 10_000, 30_000]
/** The tab that got the reply asks at once, and tells what it is answered. The others ask if they hear nothing. */
const FIRST_TRY_OF_OTHERS = 2

/**
 * Asks a view again when own work on it is committed and its answer lacks it: once when the last reply is in, and then,
 * for an answer that came without it, after pauses that grow up to half a minute. Meanwhile the journal shows it.
 */
export function createRefetcher(watched: () => Watched[], refetch: (key: string) => void): Refetcher {
  const lacking = new Map<string, Lacking>()

  function forget(key: string): void {
    clearTimeout(lacking.get(key)?.timer)
    lacking.delete(key)
  }

  function plan({ key, lacks, isOfOthers, isFetching }: Watched): void {
    const known = lacking.get(key)
    const isNew = !known || lacks.some((id) => !known.lacks.includes(id))
    if (!isNew && (known.timer !== undefined || isFetching)) return
    forget(key)
    const tries = isNew ? (isOfOthers ? FIRST_TRY_OF_OTHERS : 0) : known.tries
    const timer = setTimeout(
      () => {
        lacking.set(key, { lacks, tries: tries + 1, timer: undefined })
        refetch(key)
      },
      PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)],
    )
    lacking.set(key, { lacks, tries, timer })
  }

  return {
    check() {
      const views = watched()
      const keys = new Set(views.map(({ key }) => key))
      for (const key of lacking.keys()) if (!keys.has(key)) forget(key)
      for (const view of views) {
        if (view.lacks.length === 0) forget(view.key)
        else if (!view.isBusy) plan(view)
      }
    },
    stop() {
      for (const key of lacking.keys()) forget(key)
    },
  }
}
