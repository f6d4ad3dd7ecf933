import fc from 'fast-check'
import type { Core } from './core'
import type { SimulatedTab } from './simulated-tab'
import { VIEWS } from './simulated-tab'
import { createWorld, type World } from './world'

type Step = (world: World) => void

const view = fc.constantFrom(...VIEWS)
const nth = fc.nat(5)
const some = fc.constantFrom(1, 2, 99, 99)
const maybe = fc.boolean()

/** Written as it is called, so that a counterexample reads as a story. */
const named = (name: string, step: Step): Step => Object.assign(step, { toString: () => name })

type Arbitraries<Values extends unknown[]> = { [Index in keyof Values]: fc.Arbitrary<Values[Index]> }

function world<Values extends unknown[]>(
  name: string,
  given: Arbitraries<Values>,
  act: (world: World, ...values: Values) => void,
): fc.Arbitrary<Step> {
  const drawn = fc.tuple(...given) as unknown as fc.Arbitrary<Values>
  return drawn.map((values) => named([name, ...values].join(' '), (one) => act(one, ...values)))
}

/** Something that one tab does, if it is there. The first tab is there from the beginning and does most. */
function tab<Values extends unknown[]>(
  name: string,
  given: Arbitraries<Values>,
  act: (tab: SimulatedTab, ...values: Values) => void,
): fc.Arbitrary<Step> {
  return world<[number, ...Values]>(name, [index, ...given] as never, (one, at, ...values) => {
    const found = one.at(at)
    if (found) act(found, ...values)
  })
}

const index = fc.constantFrom(0, 0, 1)

const often: fc.Arbitrary<Step>[] = [
  world('issue', [index, fc.boolean(), fc.constantFrom('x', 'y')], (one, at, isRefused, thing) =>
    one.issue(at, isRefused, thing),
  ),
  tab('send', [fc.integer({ min: 1, max: 4 })], (one, most) => one.send(most)),
  world('handle', [nth, fc.constantFrom(0, 1, 9, 9, 9)], (one, n, crash) => one.handle(n, crash)),
  tab('replies', [nth, maybe], (one, n, again) => one.receiveReplies(n, again)),
  tab('lose call', [maybe], (one, gone) => one.loseCall(gone)),
  tab('ask', [view, maybe], (one, v, folds) => one.ask(v, folds)),
  tab('answer', [nth], (one, n) => one.answer(n)),
  tab('receive answer', [nth, maybe], (one, n, again) => one.receiveAnswer(n, again)),
  world('project', [view, some], ({ server }, v, n) => server.project(v, n)),
  tab('start', [], (one) => one.start()),
  world('hear', [index, some], (one, at, count) => one.hear(at, count)),
  tab('hear answer', [nth, maybe], (one, n, again) => one.hearAnswer(n, again)),
]

const seldom: fc.Arbitrary<Step>[] = [
  world('begin foreign', [], ({ server }) => server.beginForeign()),
  world('commit foreign', [nth], ({ server }, n) => server.commitForeign(n)),
  tab('enter', [view, nth], (one, v, n) => one.enterAgain(v, n)),
  world('forget', [index], (one, at) => one.forget(at)),
  world('load', [index], (one, at) => one.load(at)),
  world('load', [fc.constant(1)], (one, at) => one.load(at)),
  world('close', [fc.constant(1)], (one, at) => one.close(at)),
  world('poison', [nth], (one, n) => one.poison(n)),
  tab('retry', [], (one) => one.retryAside()),
]

const rarely: fc.Arbitrary<Step>[] = [
  world('heal', [], ({ server }) => server.heal()),
  world('restore', [fc.nat(3)], ({ server }, without) => server.restore(without)),
  world('sign out', [index], (one, at) => one.signOut(at)),
]

const oneOf = (steps: fc.Arbitrary<Step>[], weight: number) => steps.map((arbitrary) => ({ arbitrary, weight }))

/** What can happen, in any order. */
const steps = fc.array(fc.oneof(...oneOf(often, 6), ...oneOf(seldom, 3), ...oneOf(rarely, 1)), {
  minLength: 5,
  maxLength: 80,
  size: 'max',
})

/** With tabs that take turns, and with those of a browser without locks; with one tab or two from the beginning. */
export const schedules = fc.record({ takesTurns: maybe, opensTwo: maybe, steps })

export type Schedule = { takesTurns: boolean; opensTwo: boolean; steps: Step[] }

/** Plays a schedule, and asks after every step and at the end. Answers whether it came to an end. */
export function play(
  core: Core,
  schedule: Schedule,
  holds: (world: World, when: 'always' | 'end') => boolean,
): boolean {
  const one = createWorld(core, schedule.takesTurns)
  if (schedule.opensTwo) one.load(1)
  if (schedule.opensTwo) one.at(1)?.start()
  for (const step of schedule.steps) {
    step(one)
    if (!holds(one, 'always')) return false
  }
  one.settle()
  return holds(one, 'always') && holds(one, 'end')
}
