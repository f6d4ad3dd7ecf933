import type { Rejection } from '@/server/engine/commands/command'
import type { Reply } from '@/server/engine/commands/dispatch'
import type { Entry } from './journal'
import type { Refusal, RefusalBook } from './refusal-book'

/**
 * What became of a command. `replaced`: a later one took its place before it was sent. `dropped`: another person signed
 * in before it was sent.
 */
export type Outcome =
  | { is: 'committed'; result: unknown }
  | { is: 'refused'; rejection: Rejection }
  | { is: 'replaced' }
  | { is: 'dropped' }

/** Answers 'handled' when whoever issued the command has said so to the person: then it is not listed. */
export type OnRefused = (refusal: Refusal) => 'handled' | undefined

type Waiting = { resolve: (outcome: Outcome) => void; onRefused: OnRefused | undefined }

/** Who waits for which command's outcome. A refusal that nobody handles goes into the book. */
export function createOutcomes(book: Pick<RefusalBook, 'add'>) {
  const waiting = new Map<string, Waiting>()

  function settle(id: string, outcome: Outcome): void {
    waiting.get(id)?.resolve(outcome)
    waiting.delete(id)
  }

  function refuse(refusal: Refusal): void {
    const isHandled = waiting.get(refusal.id)?.onRefused?.(refusal) === 'handled'
    if (!isHandled) book.add(refusal)
    settle(refusal.id, { is: 'refused', rejection: refusal.rejection })
  }

  return {
    expect(id: string, onRefused: OnRefused | undefined): Promise<Outcome> {
      return new Promise((resolve) => waiting.set(id, { resolve, onRefused }))
    },
    settle,
    receive({ id, name, input, hint }: Entry, reply: Reply): void {
      if (reply.ok) settle(id, { is: 'committed', result: reply.result })
      else refuse({ id, name, input, hint, rejection: reply.rejection })
    },
    dropAll(): void {
      for (const id of waiting.keys()) settle(id, { is: 'dropped' })
    },
  }
}

export type Outcomes = ReturnType<typeof createOutcomes>
