import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { SYSTEM } from '@/server/actor'
import { insertFacts } from '@/server/engine/log/log'
import { sealPersonal } from '@/server/engine/log/seal'
import { upcast } from '@/server/engine/log/upcast'
import { catchUpOrRebuild } from '@/server/engine/rebuilding/rebuild'
import type { EventDefinition } from '@/server/events/event'
import lines from '@/server/events/every-shape.json'
import { eventDefinitions } from '@/server/events/registry'
import { listActivity } from './activity/activity.query'
import { ownReadSide } from './own-read-side'
import { merchant } from './testing'

const definitions: Record<string, EventDefinition> = eventDefinitions
const definitionOf = (type: string) => definitions[type] ?? expect.unreachable(`No event is called ${type}.`)

const shop = ownReadSide()

type Line = { type: string; shape: number; key: string; at: string; data: unknown }

/** Appends lines as the release that knew their shapes did: each in a transaction of its own. */
async function recordAsThen(those: readonly Line[]) {
  const tokens = []
  for (const line of those) {
    const by = { actor: SYSTEM, commandId: v7() }
    const fact = { ...line, stream: definitionOf(line.type).stream, by }
    tokens.push(
      await shop.command.begin(async (tx) => {
        const sealed = await sealPersonal(tx, definitions, [fact])
        return (await insertFacts(tx, sealed))[0]
      }),
    )
  }
  return tokens
}

/** The rows of every read table, without what differs from run to run. */
async function rowsOf(those: readonly Line[]) {
  await shop.clear()
  await shop.admin`alter table write.event alter column position restart`
  await recordAsThen(those)
  await shop.catchUpAll()
  return shop.dump()
}

const today = lines.map((line) => {
  const definition = definitionOf(line.type)
  return { ...line, shape: definition.shape, data: upcast(line.type, line.shape, line.data, definition) }
})

it('a log of every shape that ever was makes the rows that stand beside this test', async () => {
  await expect(`${JSON.stringify(await rowsOf(lines), null, 2)}\n`).toMatchFileSnapshot('every-shape.rows.json')
})

it('a log of old shapes makes the very rows that the same log in the shapes of today makes', async () => {
  expect(await rowsOf(lines)).toEqual(await rowsOf(today))
})

it('a rebuild of old shapes makes the rows that stood', async () => {
  const rows = await rowsOf(lines)
  await shop.projector`update read.checkpoint set version = 0`
  for (const projection of shop.projections)
    await catchUpOrRebuild({ sql: shop.projector, definitions: eventDefinitions, batchSize: 3 }, projection)
  expect(await shop.dump()).toEqual(rows)
})

it('a read that is ahead of its projection folds old shapes as those of today', async () => {
  const old = lines.filter(({ type, shape }) => type === 'PriceChanged' && shape === 1)
  const [token] = await recordAsThen(old)
  const { epoch } = (await shop.admin`select epoch from write.log_epoch`)[0] as { epoch: string }
  const tokens = token ? [{ epoch, ...token }] : []
  const answer = await shop.answer(listActivity, { input: {}, actor: merchant, tokens })
  expect(answer.ok && answer.data.entries[0]?.details).toMatchObject({ name: null, label: null, to: 4000 })
})

it('an event that a later release wrote stops its projection, and says why', async () => {
  const [line = expect.unreachable()] = lines
  await recordAsThen([{ ...line, shape: 9 }])
  await expect(shop.catchUpAll()).rejects.toThrow('The log holds ProductCreated in shape 9')
})
