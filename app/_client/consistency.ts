import { createDispatcher, type Send } from './dispatcher'
import { type Entry, forget, issue as issueInto, type Replaces } from './journal'
import type { Network } from './network'
import { newId } from './new-id'
import type { OptimisticCommand, Optimistics } from './optimistic-command'
import { createOutcomes, type OnRefused, type Outcome, type Refusal } from './outcomes'
import type { OwnCookies } from './own-cookies'
import { createOwnWork } from './own-work'
import type { FetchAnswer } from './read-door'
import { createSyncWatch, type Sync } from './sync'
import { createViews, type Views } from './views'

export type ConsistencyOptions = {
  /** Whose work it is. Another person gets another instance, and nothing of this one. */
  actorId: string
  optimistics: Optimistics
  send: Send
  fetchAnswer: FetchAnswer
  cookies: OwnCookies
  network: Network
}

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

export type Consistency = Pick<Views, 'admit' | 'look' | 'watch' | 'mounted' | 'refetch'> & {
  actorId: string
  issue: Issue
  /** Resolves when everything that was issued so far has been answered. */
  whenSaved: () => Promise<void>
  refusals: () => readonly Refusal[]
  dismiss: (id: string) => void
  sync: () => Sync
  /** Calls back on whatever may change `refusals` or `sync`. */
  subscribe: (onChange: () => void) => () => void
  /** Begins to send, to listen to the network and to ask again; answers how to stop. */
  start: () => () => void
}

/** Committed work is remembered this long after it was issued: a page that was rendered before it may come up until then. */
const REMEMBERED_MS = 10 * 60_000

/** The client half of consistency, put together: what a browser issued, what it was answered, and what it shows. */
export function createConsistency(options: ConsistencyOptions): Consistency {
  const { actorId, optimistics, send, fetchAnswer, cookies, network } = options
  const subscribers = new Set<() => void>()
  const announce = () => {
    for (const onChange of subscribers) onChange()
  }
  const work = createOwnWork()
  const outcomes = createOutcomes(announce)
  const sync = createSyncWatch(work, outcomes, network, announce)
  const views = createViews({ work, optimistics, actorId, fetchAnswer })
  /** By command id; of what is committed as long as the journal remembers it, so that the same id is the same command. */
  const issued = new Map<string, Promise<Outcome>>()
  const dispatcher = createDispatcher({
    work,
    send,
    cookies,
    network,
    onReply(entry, reply) {
      if (reply.ok) sync.noteSaved()
      else issued.delete(entry.id)
      outcomes.receive(entry, reply)
      announce()
      if (!reply.ok) views.askAgain(entry)
    },
  })
  let closing: ReturnType<typeof setTimeout> | undefined

  const issue: Issue = (command, input, ...[given]) => {
    const { id = newId(), onRefused, hint } = given ?? {}
    const known = issued.get(id)
    if (known) return { id, outcome: known }
    const outcome = outcomes.expect(id, onRefused)
    issued.set(id, outcome)
    const name = typeof command === 'string' ? command : command.command
    enter({ id, name, input, hint, at: new Date().toISOString() })
    announce()
    dispatcher.wake()
    return { id, outcome }
  }

  function enter(command: Omit<Entry, 'status'>): void {
    const before = work.journal
    const isOver = (entry: Entry) => isPast(entry, command.at) && views.areDoneWith(entry)
    const replaces = optimistics.get(command.name)?.replaces as Replaces | undefined
    work.change(issueInto(forget(before, isOver), command, replaces))
    for (const { id } of before.filter((entry) => !work.journal.includes(entry))) {
      outcomes.settle(id, { is: 'replaced' })
      issued.delete(id)
    }
  }

  return {
    actorId,
    issue,
    admit: views.admit,
    look: views.look,
    watch: views.watch,
    mounted: views.mounted,
    refetch: views.refetch,
    whenSaved: async () => {
      await Promise.all(issued.values())
    },
    refusals: () => outcomes.refusals,
    dismiss: outcomes.dismiss,
    sync: sync.look,
    subscribe(onChange) {
      subscribers.add(onChange)
      return () => subscribers.delete(onChange)
    },
    start() {
      clearTimeout(closing)
      const stopViews = views.start()
      const stopNetwork = network.subscribe(() => {
        announce()
        dispatcher.retryNow()
      })
      dispatcher.start()
      return () => {
        stopViews()
        stopNetwork()
        dispatcher.stop()
        sync.stop()
        // Development stops and starts everything once; who is not started again by then has left.
        closing = setTimeout(outcomes.dropAll)
      }
    },
  }
}

function isPast(entry: Entry, now: string): boolean {
  return Date.parse(now) - Date.parse(entry.at) > REMEMBERED_MS
}
