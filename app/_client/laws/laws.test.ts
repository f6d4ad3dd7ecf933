import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Core, core } from './core'
import { type Law, laws } from './laws'
import { createWorld, schedules, settle, type World } from './schedule'

const numRuns = Number(process.env.TIDEMARK_SCHEDULES ?? 1000)

/** Tries laws over many schedules. Answers the first complaint with the story that led to it, or null. */
function findBreach(tried: Core, tested: readonly Law[], settings: { numRuns: number; seed?: number }): string | null {
  let complaint: string | null = null
  const holds = (world: World, when: Law['when']): boolean => {
    for (const law of tested) {
      const found = law.when === 'always' || when === 'end' ? law.complaint(world) : null
      if (found) complaint = `${law.name}: ${found}`
      if (found) return false
    }
    return true
  }
  const property = fc.property(schedules, (schedule) => {
    const world = createWorld(tried)
    for (const step of schedule) {
      step(world)
      if (!holds(world, 'always')) return false
    }
    settle(world)
    return holds(world, 'end')
  })
  const { failed, counterexample, errorInstance } = fc.check(property, settings)
  if (errorInstance instanceof Error && !complaint) throw errorInstance
  return failed ? [complaint, 'after', ...(counterexample?.[0] ?? []).map(String)].join('\n') : null
}

it(`keeps all laws over ${numRuns} schedules`, () => {
  expect(findBreach(core, laws, { numRuns })).toBeNull()
}, 120_000)

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
    law: 'every view converges to the fold of the server',
    variant: 'takes only the first answer',
    parts: { judge: (_next, known) => (known ? 'drop' : 'take') },
  },
]

it.each(variants)(
  'catches a core that $variant, by the law: $law',
  ({ law: name, parts }) => {
    const law = laws.filter((one) => one.name === name)
    expect(findBreach({ ...core, ...parts }, law, { numRuns: 2000, seed: 7 })).toContain(name)
  },
  60_000,
)

it('has a broken core for each law', () => {
  expect(new Set(variants.map(({ law }) => law))).toEqual(new Set(laws.map(({ name }) => name)))
})
