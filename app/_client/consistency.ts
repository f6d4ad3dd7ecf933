import type { Optimistics } from './commands/optimistic-command'
import type { Disk } from './journal/disk'
import type { Journal } from './journal/journal'
import { createOutcomes } from './journal/outcomes'
import type { OwnCookies } from './journal/own-cookies'
import { createOwnWork } from './journal/own-work'
import type { Refusal, RefusalBook } from './journal/refusal-book'
import { whenSaved } from './journal/when-saved'
import { createDispatcher } from './sending/dispatcher'
import type { Send } from './sending/exchange'
import { createIssuing, type Issue } from './sending/issue'
import type { Network } from './sending/network'
import { createSyncWatch, type Sync } from './sending/sync'
import type { Turn } from './sending/turn'
import type { FetchAnswer } from './views/read-door'
import type { Tabs } from './views/tabs'
import { createViews, type Views } from './views/views'

export type ConsistencyOptions = {
  /** Whose work it is. Another person gets another instance, and nothing of this one. */
  actorId: string
  optimistics: Optimistics
  send: Send
  fetchAnswer: FetchAnswer
  cookies: OwnCookies
  network: Network
  disk: Disk
  refusals: RefusalBook
  tabs: Tabs
  turn: Turn
  /** The shop's time, in ms since 1970: what is issued is dated by it until the shop has. */
  now: () => number
  /** The commands that the page's HTML shows already. */
  carried: Journal
  /** Another person uses this browser now: what this page shows is no longer theirs to see. */
  onLeft: () => void
}

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

/** The client half of consistency, put together: what a browser issued, what it was answered, and what it shows. */
export function createConsistency(options: ConsistencyOptions): Consistency {
  const { actorId, optimistics, fetchAnswer, cookies, network, disk, tabs, refusals, carried } = options
  const subscribers = new Set<() => void>()
  const announce = () => {
    for (const onChange of subscribers) onChange()
  }
  const work = createOwnWork({
    disk,
    carried: carried.filter(({ id }) => cookies.names(id)),
    mirror: (journal) => cookies.mirror(actorId, journal),
  })
  const outcomes = createOutcomes(refusals)
  const sync = createSyncWatch(work, refusals, network, announce)
  const views = createViews({ work, optimistics, actorId, fetchAnswer, tabs, carried })
  const { issue, refuse } = createIssuing({
    ...options,
    work,
    outcomes,
    areDoneWith: views.areDoneWith,
    onIssued,
  })
  const dispatcher = createDispatcher({
    ...options,
    work,
    onStranger: leaveBehind,
    onReply(entry, reply) {
      if (reply.ok) sync.noteSaved()
      else refuse(entry.id)
      outcomes.receive(entry, reply)
      announce()
      // It has changed nothing: somebody else has.
      if (!reply.token) views.askAgain(entry)
    },
  })
  let closing: ReturnType<typeof setTimeout> | undefined

  function onIssued(): void {
    announce()
    dispatcher.wake()
  }

  function takeInOthers(): void {
    work.catchUp()
    refusals.catchUp()
    announce()
    dispatcher.lookAfter()
  }

  /** Who waits here for what another tab sent learns that it is done. A refusal this tab hears when it sends it itself. */
  function settleOthers(): void {
    announce()
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
    whenSaved: () => whenSaved(work),
    leave,
    refusals: refusals.all,
    dismiss(id) {
      refusals.remove(id)
      announce()
    },
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
