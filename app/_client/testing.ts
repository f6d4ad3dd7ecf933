import type { Reply } from '@/server/engine/commands/dispatch'
import type { Answer, Mark } from '@/server/engine/log/mark'
import { formatToken } from '@/server/engine/log/token'
import type { Disk } from './journal/disk'
import type { NewEntry } from './journal/journal'
import { readKept, writeKept } from './journal/kept'

const EPOCH = '0198f000-0000-7000-8000-00000000e90c'

/** The token of the nth commit. */
export function tokenOf(nth: number): string {
  return formatToken({ epoch: EPOCH, xid: String(nth), position: nth })
}

/** The mark of a projection that has taken in the first `commits` commits. */
export function markAt(commits: number): Mark {
  const snapshot = `${commits + 1}:${commits + 1}:`
  return { projection: 'notes', epoch: EPOCH, counter: commits, snapshot, target: null, reached: 0 }
}

export function answerAt<Data>(commits: number, data: Data): Answer<Data> {
  return { data, mark: markAt(commits) }
}

export function committed(nth: number, result: unknown = null): Reply {
  return { ok: true, result, token: tokenOf(nth) }
}

export function refused(code: string): Reply {
  return { ok: false, rejection: { code }, token: null }
}

export function command(id: string, name = 'Note', input: unknown = id): NewEntry {
  return { id, name, input, hint: undefined, at: '2026-11-20T12:00:00.000Z' }
}

/** A disk for one person in plain memory, that says nothing by itself. */
export function testDisk(texts: Map<string, string>): Disk {
  return {
    read: () => [...texts].flatMap(([id, text]) => readKept(id, text) ?? []),
    write: (entry) => texts.set(entry.id, writeKept(entry)),
    remove: (id) => texts.delete(id),
    enter: () => true,
    clear: () => texts.clear(),
    watch: () => () => {},
  }
}

/** A storage that tells nobody, as the browser's tells only other tabs. */
export function memoryStorage(): Storage {
  const texts = new Map<string, string>()
  return {
    get length() {
      return texts.size
    },
    key: (nth) => [...texts.keys()][nth] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
    clear: () => texts.clear(),
  }
}
