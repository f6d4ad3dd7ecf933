import type { Rejection } from '@/server/engine/commands/command'
import { attempt, homeOf, keysOf } from './disk'

/** An expected no, with what it was said to. `rejection.code` is in the words of the application. */
export type Refusal = { id: string; name: string; input: unknown; hint: unknown; rejection: Rejection }

/** The refusals that nobody has dealt with yet. */
export type RefusalBook = {
  /** Oldest first; the same list as long as it says the same. */
  all: () => readonly Refusal[]
  add: (refusal: Refusal) => void
  remove: (id: string) => void
  /** Takes in what other tabs were told, and what was dealt with there. */
  catchUp: () => void
}

/**
 * Beside the journal, so that a reload does not lose what nobody has read, every tab tells it whichever of them sent the
 * command, and whoever leaves takes it along. What the storage does not take, this page alone remembers.
 */
export function createRefusalBook(actorId: string, find: () => Storage): RefusalBook {
  const home = `${homeOf(actorId)}refused/`
  let unkept: readonly Refusal[] = []
  let all: readonly Refusal[] = []

  function catchUp(): void {
    const kept = attempt(() => keysOf(find()).filter((key) => key.startsWith(home))) ?? []
    const read = kept.flatMap((key) => parse(find().getItem(key)) ?? [])
    const next = [...read, ...unkept].sort((a, b) => (a.id < b.id ? -1 : 1))
    if (next.length !== all.length || next.some(({ id }, index) => id !== all[index]?.id)) all = next
  }

  catchUp()
  return {
    all: () => all,
    add(refusal) {
      const write = () => {
        find().setItem(home + refusal.id, JSON.stringify(refusal))
        return true
      }
      if (!attempt(write)) unkept = [...unkept, refusal]
      catchUp()
    },
    remove(id) {
      attempt(() => find().removeItem(home + id))
      unkept = unkept.filter((refusal) => refusal.id !== id)
      catchUp()
    },
    catchUp,
  }
}

/** Null for what is not a refusal: a disk keeps what other programs wrote there. */
function parse(text: string | null): Refusal | null {
  const refusal = attempt(() => JSON.parse(text ?? '')) as Partial<Refusal> | null | undefined
  return typeof refusal?.id === 'string' && typeof refusal.rejection?.code === 'string' ? (refusal as Refusal) : null
}
