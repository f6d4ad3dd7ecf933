import fc from 'fast-check'
import type { Core } from './core'
import { createBrowser, type SimulatedBrowser, VIEWS } from './simulated-browser'
import { createServer, type SimulatedServer } from './simulated-server'

export type World = { server: SimulatedServer; browser: SimulatedBrowser }
type Step = (world: World) => void

const view = fc.constantFrom(...VIEWS)
const nth = fc.nat(5)

/** Written as it is called, so that a counterexample reads as a story. */
const named = (name: string, step: Step): Step => Object.assign(step, { toString: () => name })

const steps: fc.Arbitrary<Step>[] = [
  fc.boolean().map((refused) => named(`issue${refused ? ' (refused)' : ''}`, ({ browser }) => browser.issue(refused))),
  fc.integer({ min: 1, max: 4 }).map((most) => named(`send ${most}`, ({ browser }) => browser.send(most))),
  fc
    .tuple(nth, fc.constantFrom(0, 1, 9, 9, 9))
    .map(([n, after]) => named(`handle ${n} crash ${after}`, ({ browser }) => browser.handle(n, after))),
  fc
    .tuple(nth, fc.boolean())
    .map(([n, again]) => named(`replies ${n} ${again}`, ({ browser }) => browser.receiveReplies(n, again))),
  fc.boolean().map((gone) => named(`lose call ${gone}`, ({ browser }) => browser.loseCall(gone))),
  fc.tuple(view, fc.boolean()).map(([v, folds]) => named(`ask ${v} ${folds}`, ({ browser }) => browser.ask(v, folds))),
  nth.map((n) => named(`answer ${n}`, ({ browser }) => browser.answer(n))),
  fc
    .tuple(nth, fc.boolean())
    .map(([n, again]) => named(`receive answer ${n} ${again}`, ({ browser }) => browser.receiveAnswer(n, again))),
  fc.tuple(view, fc.constantFrom(1, 2, 99)).map(([v, n]) => named(`project ${v} ${n}`, (w) => w.server.project(v, n))),
  fc.constant(named('begin foreign', ({ server }) => server.beginForeign())),
  nth.map((n) => named(`commit foreign ${n}`, ({ server }) => server.commitForeign(n))),
  fc.tuple(view, nth).map(([v, n]) => named(`enter ${v} ${n}`, ({ browser }) => browser.enterAgain(v, n))),
  fc.constant(named('forget', ({ browser }) => browser.forget())),
]

/** What can happen, in any order. */
export const schedules = fc.array(fc.oneof(...steps), { minLength: 5, maxLength: 80, size: 'max' })

/** A world in which every view has been shown once. */
export function createWorld(core: Core): World {
  const server = createServer(VIEWS)
  const browser = createBrowser(server, core)
  for (const each of VIEWS) browser.enterAgain(each, 0)
  return { server, browser }
}

/** The network heals: everything is delivered, carried out and projected, and each view is asked once more. */
export function settle({ server, browser }: World): void {
  while (server.hasRunning()) server.commitForeign(0)
  for (let rounds = 0; rounds < 500 && !browser.isQuiet(); rounds++) {
    browser.send(99)
    browser.handle(0, 99)
    browser.receiveReplies(0, false)
    browser.answer(0)
    browser.receiveAnswer(0, false)
  }
  for (const each of VIEWS) {
    while (server.committed().length > server.rows(each).length) server.project(each, 99)
    browser.ask(each, false)
    browser.answer(0)
    browser.receiveAnswer(0, false)
  }
}
