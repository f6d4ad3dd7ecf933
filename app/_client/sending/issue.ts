import { newId } from '../commands/new-id'
import type { OptimisticCommand, Optimistics } from '../commands/optimistic-command'
import { type Entry, forget, issue as issueInto, type NewEntry, type Replaces } from '../journal/journal'
import type { OnRefused, Outcome, Outcomes } from '../journal/outcomes'
import type { OwnWork } from '../journal/own-work'

export type IssueOptions<Hint> = {
  /** A UUIDv7 of one's own, where the same id must come out twice: a form that may be sent again. */
  id?: string
  onRefused?: OnRefused
} & (undefined extends Hint ? { hint?: Hint } : { hint: Hint })

/** The id is there at once; the outcome comes when the server has answered, and is never an error. */
export type Issued = { id: string; outcome: Promise<Outcome> }

export type Issue = <Input, Hint = undefined>(
  command: OptimisticCommand<Input, Hint> | string,
  input: Input,
  ...options: undefined extends Hint ? [options?: IssueOptions<Hint>] : [options: IssueOptions<Hint>]
) => Issued

type IssuingOptions = {
  work: OwnWork
  optimistics: Optimistics
  outcomes: Outcomes
  /** The shop's time, in ms since 1970. */
  now: () => number
  /** Whether no view will need the command's patches again. */
  areDoneWith: (entry: Entry) => boolean
  onIssued: () => void
}

/** Committed work is remembered this long after it was issued: a page that was rendered before it may come up until then. */
const REMEMBERED_MS = 10 * 60_000

/** Takes commands in: the same id is the same command, and a later one may take the place of one that was not sent. */
export function createIssuing({ work, optimistics, outcomes, now, areDoneWith, onIssued }: IssuingOptions) {
  /** By command id; of what is committed as long as the journal remembers it. */
  const issued = new Map<string, Promise<Outcome>>()

  const issue: Issue = (command, input, ...[given]) => {
    const { id = newId(), onRefused, hint } = given ?? {}
    const known = issued.get(id)
    if (known) return { id, outcome: known }
    const outcome = outcomes.expect(id, onRefused)
    issued.set(id, outcome)
    const name = typeof command === 'string' ? command : command.command
    enter({ id, name, input, hint, at: new Date(now()).toISOString() })
    onIssued()
    return { id, outcome }
  }

  function enter(command: NewEntry): void {
    const before = work.journal
    const isOver = (entry: Entry) => isPast(entry, command.at) && areDoneWith(entry)
    const replaces = optimistics.get(command.name)?.replaces as Replaces | undefined
    work.change(issueInto(forget(before, isOver), command, replaces))
    for (const { id } of before.filter((entry) => !work.journal.includes(entry))) {
      outcomes.settle(id, { is: 'replaced' })
      issued.delete(id)
    }
  }

  return {
    issue,
    /** A refused command may be issued again under its id. */
    refuse: (id: string): void => void issued.delete(id),
  }
}

function isPast(entry: Entry, now: string): boolean {
  return Date.parse(now) - Date.parse(entry.at) > REMEMBERED_MS
}
