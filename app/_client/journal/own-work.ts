import type { Disk } from './disk'
import { type Entry, isOpen, type Journal, merge } from './journal'

/** The journal of this browser as it stands now, for everybody who shows or sends it. */
export type OwnWork = {
  readonly journal: Journal
  change: (next: Journal) => void
  /** Takes in what other tabs have written meanwhile. */
  catchUp: () => void
  subscribe: (onChange: () => void) => () => void
}

export type OwnWorkOptions = {
  disk: Pick<Disk, 'read' | 'write' | 'remove'>
  /** What the page was rendered with and the disk may not have: it was full, or is forbidden. */
  carried: Journal
  /** Told of every change, before anybody shows it. */
  mirror: (journal: Journal) => void
  mergeInto?: typeof merge
  /** Milliseconds since 1970. */
  now?: () => number
}

/**
 * The one place that holds the journal. Whatever changes is on the disk and in the cookies before this returns, so before
 * a command is sent and before a frame shows it.
 */
export function createOwnWork({ disk, carried, mirror, mergeInto = merge, now = Date.now }: OwnWorkOptions): OwnWork {
  const subscribers = new Set<() => void>()
  let journal = mergeInto(carried, disk.read(), () => true)

  function show(next: Journal): void {
    journal = next
    mirror(journal)
    for (const onChange of subscribers) onChange()
  }

  return {
    get journal() {
      return journal
    },
    change(next) {
      if (next === journal) return
      keep(disk, journal, next)
      show(next)
    },
    catchUp() {
      const known = new Set(journal.map(({ id }) => id))
      const kept = disk.read().map((entry) => (known.has(entry.id) ? entry : { ...entry, heardAt: now() }))
      // What another tab issued that one waits for; here it goes when it goes from the disk.
      const next = mergeInto(journal, kept, ({ heardAt }) => heardAt === undefined)
      if (next !== journal) show(next)
    },
    subscribe(onChange) {
      subscribers.add(onChange)
      return () => subscribers.delete(onChange)
    },
  }
}

/** What is new is written before what it replaces is removed: a tab that reads in between has one of them. */
function keep(disk: OwnWorkOptions['disk'], before: Journal, next: Journal): void {
  const known = new Map(before.map((entry) => [entry.id, entry]))
  for (const entry of next) {
    const old = known.get(entry.id)
    if (!old || isOpen(old) !== isOpen(entry)) disk.write(entry)
  }
  for (const { id } of without(before, next)) disk.remove(id)
}

function without(journal: Journal, others: Journal): Entry[] {
  const ids = new Set(others.map(({ id }) => id))
  return journal.filter(({ id }) => !ids.has(id))
}
