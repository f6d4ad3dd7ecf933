import type { Entry } from './journal'
import { readKept, writeKept } from './kept'

/** Where own work outlives the page, for one person, and where the tabs of a browser meet. */
export type Disk = {
  /** Every entry that stands there. */
  read: () => Entry[]
  /** Done when it returns: who reloads right after a click has it on the disk. */
  write: (entry: Entry) => void
  remove: (id: string) => void
  /**
   * Whoever was here before has gone: what they left is thrown away, and their other tabs hear of it. False where
   * somebody else has come since this page was asked for.
   */
  enter: () => boolean
  clear: () => void
  watch: (on: { change: () => void; left: () => void }) => () => void
}

/** The shape of what is written. Another version's entries are thrown away when somebody enters. */
const HOME = 'own-work/'
const VERSION = '1/'
const WHOSE = `${HOME}whose`

/** Under this stands everything of one person. */
export const homeOf = (actorId: string) => `${HOME}${VERSION}${actorId}/`

/**
 * The Web Storage of the browser, one key for each entry: two tabs that write at the same time never write the same
 * thing. A storage that is full or forbidden keeps nothing, and the page goes on without it.
 */
export function createDisk(actorId: string, find: () => Storage): Disk {
  const home = homeOf(actorId)
  const removeAll = (isMeant: (key: string) => boolean) => {
    for (const key of keysOf(find())) if (isMeant(key)) find().removeItem(key)
  }

  /** Whether somebody else asked for a page after this one was asked for. */
  const isLeft = (): boolean => {
    const [at, whose = actorId] = (attempt(() => find().getItem(WHOSE)) ?? '').split(' ')
    return whose !== actorId && Number(at) > performance.timeOrigin
  }

  return {
    read: () =>
      attempt(() => keysOf(find()).filter((key) => key.startsWith(home)))?.flatMap(
        (key) => readKept(key.slice(home.length), find().getItem(key) ?? '') ?? [],
      ) ?? [],
    write: (entry) => attempt(() => find().setItem(home + entry.id, writeKept(entry))),
    remove: (id) => attempt(() => find().removeItem(home + id)),
    enter() {
      if (isLeft()) return false
      attempt(() => removeAll((key) => key.startsWith(HOME) && !key.startsWith(home) && key !== WHOSE))
      attempt(() => find().setItem(WHOSE, `${performance.timeOrigin} ${actorId}`))
      return true
    },
    clear: () => attempt(() => removeAll((key) => key.startsWith(home))),
    watch({ change, left }) {
      const onStorage = ({ key }: StorageEvent) => {
        if (key === WHOSE && isLeft()) left()
        else if (key === null || key.startsWith(home)) change()
      }
      // A page that comes back from the browser's memory has heard nothing meanwhile.
      const onShow = () => (isLeft() ? left() : change())
      addEventListener('storage', onStorage)
      addEventListener('pageshow', onShow)
      return () => {
        removeEventListener('storage', onStorage)
        removeEventListener('pageshow', onShow)
      }
    },
  }
}

export function keysOf(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, nth) => storage.key(nth) ?? '')
}

/** A storage may be full or forbidden: then nothing comes of it. */
export function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
