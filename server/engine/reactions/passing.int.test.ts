import { expect, it } from 'vitest'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { ownReadSide } from '@/server/read/own-read-side'
import { authorised, orderIdOf, placed } from '@/server/read/testing'
import { type Policy, preparePolicies } from './policy'
import { reactToNew, reactToParked } from './react'

const shop = ownReadSide({ isKept: true })

const PAST = '2020-01-01T12:00:00.000Z'

it('a policy that nobody waits for passes quickly over what does not concern it, and reacts to all the rest, once', {
  timeout: 60_000,
}, async () => {
  const reacted: string[] = []
  const policy: Policy = {
    name: 'when-paid-take-note',
    version: 1,
    isRelaxed: true,
    handles: ['PaymentAuthorised'],
    concerns: ({ at }) => at !== PAST,
    react: async ({ key }) => void reacted.push(key),
  }
  await preparePolicies(shop.command, [policy])
  const recent: string[] = []
  for (let n = 0; n < 20; n++) {
    // Somewhere in the past lie a few of today: one by one, and more of them than are reacted to between two rests.
    const isRecent = n === 7 || n === 15
    const from = n * 50
    const pairs = Array.from({ length: 50 }, (_, m) => {
      const at = isRecent && m % 5 === 0 ? undefined : PAST
      if (!at) recent.push(orderIdOf(from + m))
      return [placed(from + m, {}, at), authorised(from + m, at)]
    })
    await shop.record(pairs.flat())
  }
  await reactToNew({ sql: shop.command, definitions }, policy)
  expect(reacted).toEqual(recent)
  expect(recent).toHaveLength(20)

  const moves = async () =>
    (await shop.admin`select counter from write.policy_checkpoint where name = ${policy.name}`)[0]
  const before = (await moves())?.counter ?? 0
  for (let n = 20; n < 40; n++) await shop.record(Array.from({ length: 50 }, (_, m) => authorised(n * 50 + m, PAST)))
  await reactToNew({ sql: shop.command, definitions }, policy)
  expect(reacted).toHaveLength(20)
  // A thousand events: five at a time that would be two hundred steps.
  expect(((await moves())?.counter ?? 0) - before).toBeLessThan(15)
})

it('a policy passes by what does not concern it also where that waited behind an event that failed', async () => {
  await shop.clear()
  let fails = true
  const reacted: string[] = []
  const policy: Policy = {
    name: 'when-paid-take-note-again',
    version: 1,
    handles: ['PaymentAuthorised'],
    concerns: ({ at }) => at !== PAST,
    react: async ({ at }) => {
      if (fails) throw new Error('not now')
      reacted.push(at)
    },
  }
  const options = { sql: shop.command, definitions }
  await preparePolicies(shop.command, [policy])
  await shop.record([placed(1), authorised(1), authorised(1, PAST)])
  await reactToNew(options, policy)
  fails = false
  await reactToParked(options, [policy], true)
  expect(reacted).toEqual([authorised(1).at])
})
