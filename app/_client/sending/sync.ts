import { isOpen } from '../journal/journal'
import type { OwnWork } from '../journal/own-work'
import type { RefusalBook } from '../journal/refusal-book'
import type { Network } from './network'

/** How own work stands: nothing on its way, on its way, arrived a moment ago, waiting for the network, taken back. */
export type SyncState = 'still' | 'saving' | 'saved' | 'offline' | 'refused'

export type Sync = {
  state: SyncState
  /** Commands without a reply. */
  waiting: number
  /** Refusals that nobody has dismissed. */
  refused: number
}

/** What the server renders, which knows nothing of a browser's work. */
export const STILL: Sync = { state: 'still', waiting: 0, refused: 0 }

type Now = Omit<Sync, 'state'> & { isOnline: boolean; isJustSaved: boolean }

/** What stands on the line under the header. What needs a person's attention goes before what passes by itself. */
function stateOf({ isOnline, waiting, refused, isJustSaved }: Now): SyncState {
  if (!isOnline) return 'offline'
  if (refused > 0) return 'refused'
  if (waiting > 0) return 'saving'
  return isJustSaved ? 'saved' : 'still'
}

const SAVED_FOR_MS = 2_000

/** Follows how own work stands, for the line under the header. */
export function createSyncWatch(work: OwnWork, book: RefusalBook, network: Network, onChange: () => void) {
  let isJustSaved = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let now = STILL

  function calm(): void {
    isJustSaved = false
    onChange()
  }

  return {
    /** The same object as long as it says the same. */
    look(): Sync {
      const waiting = work.journal.filter(isOpen).length
      const refused = book.all().length
      const state = stateOf({ isOnline: network.isOnline(), waiting, refused, isJustSaved })
      const isSame = state === now.state && waiting === now.waiting && refused === now.refused
      if (!isSame) now = { state, waiting, refused }
      return now
    },
    /** A commit was answered: the line says so for a moment, once nothing else is on its way. */
    noteSaved(): void {
      isJustSaved = true
      clearTimeout(timer)
      timer = setTimeout(calm, SAVED_FOR_MS)
    },
    stop(): void {
      clearTimeout(timer)
      isJustSaved = false
    },
  }
}
