import type { Answer } from '@/server/engine/log/mark'
import type { Core } from './core'
import { createSharedDisk, type SharedDisk } from './simulated-disk'
import { type Call, handle, pick, remove, type Shared } from './simulated-network'
import { createServer, type SimulatedServer } from './simulated-server'
import { openTab, type SimulatedTab, VIEWS } from './simulated-tab'

export type Issued = { id: string; tab: number; actorId: string; thing: string; isRefused: boolean }

export type World = ReturnType<typeof createWorld>

/** A server, and one browser with room for two tabs, of which the first is open. */
export function createWorld(core: Core, takesTurns: boolean) {
  const server: SimulatedServer = createServer(VIEWS)
  const files: SharedDisk = createSharedDisk(core)
  const calls: Call[] = []
  const issued = new Map<string, Issued>()
  const tabs: (SimulatedTab | undefined)[] = []
  const shared: Shared = {
    tokens: [],
    open: [],
    carried: { whose: '', entries: [], isWhole: true },
    session: 'actor-1',
    turn: null,
    takesTurns,
    now: () => ++time,
    tell: (from: object, view: string, answer: Answer<unknown>) => {
      for (const tab of tabs) if (tab && tab !== from && tab.actorId === shared.session) tab.tell(view, answer)
    },
  }
  let time = 0
  let actors = 1
  let hasPassed = false

  function open(index: number, seen: ReadonlySet<string>): void {
    tabs[index] = openTab({ server, shared, files, core, calls, seen })
  }

  function close(index: number): void {
    tabs[index]?.close()
    tabs[index] = undefined
  }

  /** Whether every tab has heard what the others wrote, so that each has written all of it into the cookies. */
  const isHeard = () => tabs.every((tab) => !tab?.file.hasNews())

  const world = {
    server,
    calls,
    issued,
    files,
    /** Those whose page is not about to go. */
    tabs: (): SimulatedTab[] => tabs.filter((tab) => tab !== undefined && !tab.isStopped()) as SimulatedTab[],
    at: (index: number): SimulatedTab | undefined => tabs[index],
    session: (): string => shared.session,
    hasPassed: (): boolean => hasPassed,
    issue(index: number, isRefused: boolean, thing: string): void {
      const tab = tabs[index]
      if (!tab?.isLive()) return
      const id = `own-${String(issued.size).padStart(3, '0')}`
      issued.set(id, { id, tab: index, actorId: tab.actorId, thing, isRefused })
      tab.issue(id, { isRefused, thing })
    },
    handle(nth: number, crashesAfter: number): void {
      const call = pick(
        calls.filter(({ replies }) => replies === undefined),
        nth,
      )
      if (call) handle(call, server, shared, core, crashesAfter)
    },
    poison(nth: number): void {
      const id = pick([...issued.keys()], nth)
      if (!id) return
      server.poison(id)
      hasPassed = true
    },
    /** A tab is opened, or loaded anew: at any moment, whatever it was about to do. */
    load(index: number): void {
      const before = tabs[index]
      const isSound = shared.carried.isWhole && before?.actorId === shared.session
      close(index)
      open(index, isSound ? before.seen : new Set())
    },
    close,
    /** Some of what other tabs wrote comes in; a tab that another person took over stops. */
    hear(index: number, count: number): void {
      const tab = tabs[index]
      if (tab?.isLive()) tab.file.hear(count)
      if (tab?.isLive() && tab.file.isLeft()) tab.stop()
      tab?.catchUp()
    },
    forget(index: number): void {
      const all = world.tabs()
      if (!isHeard() || !all.every((tab) => tab.isLive())) return
      tabs[index]?.forget((entry) => all.every((tab) => tab.isDoneWith(entry)))
    },
    signOut(index: number): void {
      if (!tabs[index]?.isLive() || tabs[index]?.actorId !== shared.session) return
      tabs[index]?.leave()
      close(index)
      shared.session = `actor-${++actors}`
      shared.tokens = []
      open(index, new Set())
    },
    /** The network heals: everything is delivered, carried out and projected, and each view is asked once more. */
    settle(): void {
      server.heal()
      // What a tab wrote that did not know yet that its person had gone is thrown away by whoever comes next.
      if (actors > 1) world.load(0)
      while (server.hasRunning()) server.commitForeign(0)
      const isQuiet = () =>
        isHeard() && calls.length === 0 && world.tabs().every((tab) => tab.isLive() && tab.isQuiet())
      for (let rounds = 0; rounds < 500 && !isQuiet(); rounds++) {
        for (const index of tabs.keys()) settleTab(index)
        world.handle(0, 99)
        for (const call of [...calls]) if (!world.tabs().some((tab) => tab === call.from)) remove(calls, call)
      }
      for (const view of VIEWS) while (server.committed().length > server.rows(view).length) server.project(view, 99)
      for (const tab of world.tabs()) {
        for (const view of VIEWS) {
          tab.ask(view, false)
          tab.answer(0)
          tab.receiveAnswer(0, false)
        }
      }
      for (const tab of world.tabs()) tab.hearAllAnswers()
    },
  }

  function settleTab(index: number): void {
    if (tabs[index]?.isStopped()) world.load(index)
    tabs[index]?.start()
    world.hear(index, 99)
    const tab = tabs[index]
    tab?.send(99)
    tab?.receiveReplies(0, false)
    tab?.answer(0)
    tab?.receiveAnswer(0, false)
    tab?.hearAnswer(0, false)
    // Last, so that what goes past it has gone.
    tab?.retryAside()
  }

  open(0, new Set())
  tabs[0]?.start()
  return world
}
