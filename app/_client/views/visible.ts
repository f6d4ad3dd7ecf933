import type { Answer } from '@/server/engine/log/mark'
import type { Optimistics } from '../commands/optimistic-command'
import { type Entry, isOpen, type Journal } from '../journal/journal'
import { lacks } from './cover'

/** A question as a page asks it: a query's name and its input. */
export type ViewName = { name: string; input: unknown }

/** Own work on a thing that the answer lacks: on its way, or committed and not in this view's answer yet. */
export type Pending = ReadonlyMap<string, 'saving' | 'saved'>

export type Visible<Data> = { data: Data; pending: Pending }

const NONE: Pending = new Map()

/**
 * What is shown: the confirmed answer, and over it, in the order in which they were issued, the patches of the commands
 * that it does not contain (see `lacks`). Pure: the same answer and journal always show the same.
 */
export function visible<Data>(
  answer: Answer<Data>,
  { name, input: asked }: ViewName,
  journal: Journal,
  { optimistics, actorId, takenAt }: { optimistics: Optimistics; actorId: string; takenAt: number },
): Visible<Data> {
  let data = answer.data
  const pending = new Map<string, 'saving' | 'saved'>()
  for (const entry of journal) {
    const command = optimistics.get(entry.name)
    if (!command || !lacks(answer, entry, takenAt)) continue
    const before = data
    for (const { query, patch } of command.patches) {
      if (query === name)
        data = attempt(data, () => patch(data as never, entry.input, { ...entry, actorId, asked }) as Data)
    }
    if (data !== before) note(pending, command.entity?.(entry.input) ?? entry.id, entry)
  }
  return { data, pending: pending.size > 0 ? pending : NONE }
}

/** A thing with several changes is saved when all of them are. */
function note(pending: Map<string, 'saving' | 'saved'>, entity: string, entry: Entry): void {
  if (isOpen(entry)) pending.set(entity, 'saving')
  else if (!pending.has(entity)) pending.set(entity, 'saved')
}

/**
 * The journal outlives the page: an earlier version of the application may have written the entry, or another program.
 * What its patch cannot do with it must not take the page down at every load; the command is sent all the same.
 */
function attempt<Data>(data: Data, patch: () => Data): Data {
  try {
    return patch()
  } catch {
    return data
  }
}
