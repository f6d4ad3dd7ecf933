import type { Answer } from '@/server/engine/log/mark'
import { defineOptimistic, optimistics } from '../commands/optimistic-command'
import { type Entry, isOpen, type Journal } from '../journal/journal'
import { createOwnWork, type OwnWork } from '../journal/own-work'
import { contains } from '../views/cover'
import type { Core } from './core'
import type { SharedDisk } from './simulated-disk'
import { type Call, pick, remove, type Shared } from './simulated-network'
import type { SimulatedServer } from './simulated-server'
import { createViews, requestFor } from './simulated-views'

export const VIEWS = ['first', 'second']

type Input = { isRefused: boolean; thing: string }
const append = (rows: string[], _input: unknown, { id }: { id: string }): string[] => [...rows, id]
const note = defineOptimistic<Input>({
  command: 'Note',
  entity: ({ thing }) => thing,
  patches: VIEWS.map((query) => ({ query, patch: append })),
})
const known = optimistics([note])

export type TabOptions = {
  server: SimulatedServer
  shared: Shared
  files: SharedDisk
  core: Core
  calls: Call[]
  /** What the page before this one showed in the same tab. */
  seen: ReadonlySet<string>
}

/** One page of a browser over a network that is late, loses and repeats: the real core, without React. */
export function openTab({ server, shared, files, core, calls, seen: seenBefore }: TabOptions) {
  const actorId = shared.session
  const how = { optimistics: known, actorId }
  const { disk, ...file } = files.open(actorId)
  const { whose, entries } = shared.carried
  const html = {
    answers: new Map(VIEWS.map((view) => [view, server.read(requestFor(shared, core, view, true))])),
    /** What did not fit into the cookie shows when the script has read the disk. */
    unfit: new Set(
      shared.open
        .filter((id) => !entries.slice(0, 2).some((entry) => entry.id === id))
        .slice(0, Math.max(0, shared.open.length - 2)),
    ),
    carried: whose === actorId ? entries.map((entry): Entry => ({ ...entry, status: { is: 'unknown' } })) : [],
  }
  const aside = new Set<string>()
  const seen = new Set(seenBefore)
  /** What this tab knows to be refused. */
  const refused = new Set<string>()
  let live: { work: OwnWork } | undefined
  let current: Call | undefined
  let isStopped = false

  function mirror(journal: Journal): void {
    const open = journal.filter(isOpen)
    shared.open = open.map(({ id }) => id)
    shared.carried = { whose: actorId, entries: core.carried(open), isWhole: !file.hasNews() }
  }

  function tell(view: string, answer: Answer<unknown>): void {
    shared.tell(tab, view, answer)
  }

  function endCall(): void {
    current = undefined
    if (shared.turn === tab) shared.turn = null
  }

  const journal = (): Journal => live?.work.journal ?? []
  const views = createViews({ server, shared, core, journal, isLive: () => live !== undefined, tell })

  function note(): void {
    if (!live) return
    for (const { id } of journal()) seen.add(id)
    for (const id of seen) if (server.hasRefused(id) && !journal().some((entry) => entry.id === id)) refused.add(id)
  }

  function settle(call: Call): void {
    if (call.replies === null) tab.stop()
    if (!live || !call.replies) return
    let next = live.work.journal
    for (const [index, reply] of call.replies.entries()) {
      const id = call.batch[index]?.id ?? ''
      if (!reply.ok) refused.add(id)
      if (reply.token) shared.tokens = [...shared.tokens, reply.token]
      next = core.receive(next, id, reply)
    }
    live.work.change(call === current ? core.markLost(next) : next)
    const stuck = call.batch[call.replies.length]
    if (stuck) aside.add(stuck.id)
  }

  const isHeld = (entry: Entry, held: Journal) =>
    aside.has(entry.id) || held.some((earlier) => !core.mayPass(entry, earlier, known))

  const tab = {
    actorId,
    ...views,
    seen,
    file,
    journal,
    isLive: (): boolean => live !== undefined,
    /** Somebody else has come: it waits to be loaded anew. */
    isStopped: (): boolean => isStopped,
    stop(): void {
      disk.clear()
      isStopped = true
      live = undefined
    },
    /** The script of the page runs. */
    start(): void {
      if (live) return
      file.attach()
      const carried = html.carried.filter(({ id }) => shared.open.includes(id))
      const work = createOwnWork({ disk, carried, mirror, mergeInto: core.merge, now: shared.now })
      work.subscribe(views.reconsider)
      live = { work }
      if (disk.enter()) mirror(work.journal)
      else tab.stop()
      for (const [view, answer] of html.answers) views.admit(view, answer)
      note()
    },
    issue(id: string, input: Input): void {
      live?.work.change(
        core.issue(journal(), { id, name: 'Note', input, hint: undefined, at: new Date(shared.now()).toISOString() }),
      )
      note()
    },
    send(most: number): void {
      if (!live || current || (shared.takesTurns && shared.turn)) return
      tab.catchUp()
      const batch = core.nextBatch(journal(), most, isHeld)
      if (batch.length === 0) return
      if (shared.takesTurns) shared.turn = tab
      current = { from: tab, batch, actorId, replies: undefined }
      calls.push(current)
      live.work.change(core.markSent(journal(), batch))
    },
    /** Of some call, maybe one that was given up. The same replies may come again. */
    receiveReplies(nth: number, isAgain: boolean): void {
      const call = pick(
        calls.filter((one) => one.from === tab && one.replies !== undefined),
        nth,
      )
      if (!call) return
      settle(call)
      if (call === current) endCall()
      if (!isAgain) remove(calls, call)
      note()
    },
    /** The tab gives up on the call in flight. What is still on its way may arrive at the server later. */
    loseCall(isDestroyed: boolean): void {
      if (!live || !current) return
      if (isDestroyed && calls.includes(current)) remove(calls, current)
      endCall()
      live.work.change(core.markLost(journal()))
      note()
    },
    retryAside: () => aside.clear(),
    catchUp(): void {
      live?.work.catchUp()
      note()
    },
    forget(isOver: (entry: Entry) => boolean): void {
      const before = journal()
      live?.work.change(core.forget(before, isOver))
      for (const { id } of before) if (!journal().some((entry) => entry.id === id)) views.forgotten.add(id)
    },
    close(): void {
      if (current) endCall()
      file.close()
    },
    /** The person signs out. */
    leave(): void {
      disk.clear()
      shared.open = []
      shared.carried = { whose: actorId, entries: [], isWhole: true }
    },

    answerOf: (view: string): Answer<unknown> | undefined => (live ? views.cache : html.answers).get(view),
    shown(view: string): string[] {
      const answer = tab.answerOf(view)
      if (!answer) return []
      const own = live ? journal() : html.carried
      return core.visible(answer, { name: view, input: {} }, own, { ...how, takenAt: views.takenAt(view) })
        .data as string[]
    },
    isUnfit: (id: string): boolean => !live && html.unfit.has(id),
    knowsRefused: (id: string): boolean => refused.has(id),
    isQuiet: (): boolean => !journal().some(isOpen) && !current && views.areQuiet(),
    lacks: (view: string): boolean =>
      journal().some((entry) => !contains(tab.answerOf(view) as Answer<unknown>, entry)),
  }
  return tab
}

export type SimulatedTab = ReturnType<typeof openTab>
