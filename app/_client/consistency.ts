import type { Disk } from './disk'
import { createDispatcher } from './dispatcher'
import type { Send } from './exchange'
import { type Entry, forget, isOpen, issue as issueInto, type Journal, type NewEntry, type Replaces } from './journal'
import type { Network } from './network'
import { newId } from './new-id'
import type { OptimisticCommand, Optimistics } from './optimistic-command'
import { createOutcomes, type OnRefused, type Outcome, type Refusal } from './outcomes'
import type { OwnCookies } from './own-cookies'
import { createOwnWork } from './own-work'
import type { FetchAnswer } from './read-door'
import { createSyncWatch, type Sync } from './sync'
import type { Tabs } from './tabs'
import type { Turn } from './turn'
import { createViews, type Views } from './views'

export type ConsistencyOptions = {
  /** Whose work it is. Another person gets another instance, and nothing of this one. */
  actorId: string
  optimistics: Optimistics
  send: Send
  fetchAnswer: FetchAnswer
  cookies: OwnCookies
  network: Network
  disk: Disk
  tabs: Tabs
  turn: Turn
  /** The commands that the page's HTML shows already. */
  carried: Journal
  /** Another person uses this browser now: what this page shows is no longer theirs to see. */
  onLeft: () => void
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

export type Consistency = Pick<Views, 'admit' | 'look' | 'lookInHtml' | 'watch' | 'mounted' | 'refetch'> & {
  actorId: string
  issue: Issue
  /** Resolves when everything has been answered, or will not be for a while. */
  whenSaved: () => Promise<void>
  /** Nothing of this person stays in the browser. What is shown stays until the page goes. */
  leave: () => void
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
/** Who wants to leave is not kept for what does not go out: no network, or nothing that the server can do with it. */
const PATIENCE_MS = 10_000

/** The client half of consistency, put together: what a browser issued, what it was answered, and what it shows. */
export function createConsistency(options: ConsistencyOptions): Consistency {
  const { actorId, optimistics, fetchAnswer, cookies, network, disk, tabs, carried } = options
  const subscribers = new Set<() => void>()
  const announce = () => {
    for (const onChange of subscribers) onChange()
  }
  const work = createOwnWork({
    disk,
    carried: carried.filter(({ id }) => cookies.names(id)),
    mirror: (journal) => cookies.mirror(actorId, journal),
  })
  const outcomes = createOutcomes(announce)
  const sync = createSyncWatch(work, outcomes, network, announce)
  const views = createViews({ work, optimistics, actorId, fetchAnswer, tabs, carried })
  /** By command id; of what is committed as long as the journal remembers it, so that the same id is the same command. */
  const issued = new Map<string, Promise<Outcome>>()
  const dispatcher = createDispatcher({
    ...options,
    work,
    onStranger: leaveBehind,
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

  function enter(command: NewEntry): void {
    const before = work.journal
    const isOver = (entry: Entry) => isPast(entry, command.at) && views.areDoneWith(entry)
    const replaces = optimistics.get(command.name)?.replaces as Replaces | undefined
    work.change(issueInto(forget(before, isOver), command, replaces))
    for (const { id } of before.filter((entry) => !work.journal.includes(entry))) {
      outcomes.settle(id, { is: 'replaced' })
      issued.delete(id)
    }
  }

  function takeInOthers(): void {
    work.catchUp()
    dispatcher.lookAfter()
  }

  /** Who waits here for what another tab sent learns that it is done. A refusal this tab hears when it sends it itself. */
  function settleOthers(): void {
    for (const { id, status } of work.journal) {
      if (status.is === 'committed' && status.elsewhere) outcomes.settle(id, { is: 'committed', result: undefined })
    }
  }

  function leave(): void {
    dispatcher.stop()
    disk.clear()
    cookies.mirror(actorId, [])
  }

  /** The cookies are another's by now. */
  function leaveBehind(): void {
    dispatcher.stop()
    disk.clear()
    options.onLeft()
  }

  return {
    actorId,
    issue,
    admit: views.admit,
    look: views.look,
    watch: views.watch,
    mounted: views.mounted,
    refetch: views.refetch,
    lookInHtml: views.lookInHtml,
    whenSaved: () =>
      new Promise((resolve) => {
        const look = () => work.journal.some(isOpen) || end()
        const stop = work.subscribe(look)
        const timer = setTimeout(end, PATIENCE_MS)
        function end(): void {
          stop()
          clearTimeout(timer)
          resolve()
        }
        look()
      }),
    leave,
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
      const isHere = disk.enter()
      if (isHere) cookies.mirror(actorId, work.journal)
      else leaveBehind()
      const stopDisk = disk.watch({ change: takeInOthers, left: leaveBehind })
      const stopSettling = work.subscribe(settleOthers)
      work.catchUp()
      if (isHere) dispatcher.start()
      return () => {
        stopViews()
        stopNetwork()
        stopDisk()
        stopSettling()
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
