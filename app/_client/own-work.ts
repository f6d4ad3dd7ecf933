import { emptyJournal, type Journal } from './journal'

/** The journal of this browser as it stands now, for everybody who shows or sends it. */
export type OwnWork = {
  readonly journal: Journal
  change: (next: Journal) => void
  subscribe: (onChange: () => void) => () => void
}

/** The one place that holds the journal: who wants to keep it on disk or share it between tabs starts here. */
export function createOwnWork(): OwnWork {
  let journal = emptyJournal
  const subscribers = new Set<() => void>()
  return {
    get journal() {
      return journal
    },
    change(next) {
      if (next === journal) return
      journal = next
      for (const onChange of subscribers) onChange()
    },
    subscribe(onChange) {
      subscribers.add(onChange)
      return () => subscribers.delete(onChange)
    },
  }
}
