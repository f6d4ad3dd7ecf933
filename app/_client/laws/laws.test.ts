import { expect, it } from 'vitest'
import { type Core, core } from './core'
import { findBreach } from './find-breach'
import { laws } from './laws'

type Variant = { law: string; variant: string; parts: Partial<Core> }

const variants: Variant[] = [
  {
    law: 'own work never vanishes',
    variant: 'drops a patch when its command is committed',
    parts: {
      receive: (journal, id, reply) => core.receive(journal, id, reply).filter((entry) => entry.id !== id),
    },
  },
  {
    law: 'own work never vanishes',
    variant: 'rolls back when a reply is lost',
    parts: { markLost: (journal) => journal.filter(({ status }) => status.is !== 'sent') },
  },
  {
    law: 'nothing is ever doubled',
    variant: 'takes an answer that may have overtaken a reply',
    parts: { judge: (...given) => (core.judge(...given) === 'drop' ? 'drop' : 'take') },
  },
  {
    law: 'nothing is ever doubled',
    variant: 'does not look at what was folded in on read',
    parts: { visible: ({ folded: _, ...answer }, ...rest) => core.visible(answer, ...rest) },
  },
  {
    law: 'a view never goes back',
    variant: 'takes every answer',
    parts: { judge: () => 'take' },
  },
  {
    law: 'a view never goes back',
    variant: 'forgets what was folded into the answer before',
    parts: { judge: (next, known, ...rest) => core.judge(next, known && { mark: known.mark }, ...rest) },
  },
  {
    law: 'a refusal leaves what would be there had the command never been issued',
    variant: 'takes everything back with one refusal',
    parts: {
      receive: (journal, id, reply) => (reply.ok ? core.receive(journal, id, reply) : []),
    },
  },
  {
    law: 'a refusal leaves what would be there had the command never been issued',
    variant: 'keeps showing what was refused',
    parts: { receive: (journal, id, reply) => (reply.ok ? core.receive(journal, id, reply) : journal) },
  },
  {
    law: 'own commands keep their order',
    variant: 'sends what is new before what is sent again',
    parts: {
      nextBatch: (journal, most) => {
        const batch = core.nextBatch(journal, most)
        return [...batch].sort((a, b) => a.status.is.localeCompare(b.status.is))
      },
    },
  },
  {
    law: 'one commit per command',
    variant: 'gives a new id to what it sends again',
    parts: {
      nextBatch: (journal, most) =>
        core
          .nextBatch(journal, most)
          .map((entry) => (entry.status.is === 'unknown' ? { ...entry, id: `${entry.id}~again` } : entry)),
      receive: (journal, id, reply) => core.receive(journal, id.replace('~again', ''), reply),
    },
  },
  {
    law: 'own work never vanishes',
    variant: 'does not write what it issues to the disk',
    parts: { writeKept: () => '' },
  },
  {
    law: 'own work never vanishes',
    variant: 'carries nothing along to the HTML of a reload',
    parts: { carried: () => [] },
  },
  {
    law: 'nothing is ever doubled',
    variant: 'does not ask what became of the commands without a reply',
    parts: { namesOpen: false },
  },
  {
    law: 'a view never goes back',
    variant: 'believes every answer that another tab tells of',
    parts: { judgesOthers: false },
  },
  {
    law: 'a view never goes back',
    variant: 'takes an answer of a log that is gone',
    parts: {
      judge: (next, known, own) =>
        known && known.mark.epoch !== next.mark.epoch ? 'take' : core.judge(next, known, own),
    },
  },
  {
    law: 'own commands keep their order',
    variant: 'lets everything pass what is set aside',
    parts: { mayPass: () => true },
  },
  {
    law: 'own commands keep their order',
    variant: 'does not say in which order it was issued',
    parts: {
      issue: (journal, command) =>
        core.issue(journal, command).map((entry) => ({ ...entry, nth: -Number(entry.id.slice(-3)) })),
    },
  },
  {
    law: "nobody's work is done in another's name, or left behind",
    variant: 'takes up whatever is on the disk',
    parts: { home: () => 'everybody' },
  },
  {
    law: "nobody's work is done in another's name, or left behind",
    variant: 'sends without saying whose work it is',
    parts: { asksWhose: false },
  },
  {
    law: 'every view converges to the fold of the server',
    variant: 'takes only the first answer',
    parts: { judge: (_next, known) => (known ? 'drop' : 'take') },
  },
]

it.each(variants)(
  'catches a core that $variant, by the law: $law',
  ({ law: name, parts }) => {
    const law = laws.filter((one) => one.name === name)
    expect(findBreach({ ...core, ...parts }, law, { numRuns: 3000, seed: 7 })).toContain(name)
  },
  300_000,
)

it('has a broken core for each law', () => {
  expect(new Set(variants.map(({ law }) => law))).toEqual(new Set(laws.map(({ name }) => name)))
})
