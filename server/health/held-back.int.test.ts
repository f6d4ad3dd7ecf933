import { expect, test } from 'vitest'
import { findUndecodable } from '@/server/engine/parking/undecodable'
import { surveyReaders } from '@/server/engine/watching/survey'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { ownReadSide } from '@/server/read/own-read-side'
import { created, restocked } from '@/server/read/testing'

const shop = ownReadSide()

async function standingOf(name: string) {
  const { query: sql, command: log } = shop
  const survey = await surveyReaders({ sql, log, policySql: log, definitions, readers: shop.projections })
  return survey.readers.find((one) => one.name === name) ?? expect.unreachable(`Nobody is called ${name}.`)
}

test('who is in the middle of a long way is behind by what he has not walked, and not up to date', async () => {
  await shop.record([created(1), ...Array.from({ length: 19 }, () => restocked(1, 1))])
  expect(await standingOf('product-page')).toMatchObject({ behind: 20 })
  await shop.walkOneBatch(shop.named('product-page'), 6)
  const standing = await standingOf('product-page')
  expect(standing).toMatchObject({ behind: 14, target: expect.any(String) })
  expect(standing.seen).toBe(standing.reached)
  expect(standing.lagMs).toBeGreaterThan(0)
  await shop.catchUpAll()
  expect(await standingOf('product-page')).toMatchObject({ behind: 0, lagMs: 0, target: null })
})

test('an event of a later release is named with its place, for those who handle it and for nobody else', async () => {
  await shop.record([created(1)])
  await shop.catchUpAll()
  await shop.record([restocked(1, 1)])
  const [later] = await shop.admin<{ position: number }[]>`
    insert into write.event (stream, key, type, shape, data, at, actor_kind, actor_id, command_id)
    select stream, key, type, 99, data, at, actor_kind, actor_id, command_id from write.event
    order by position desc limit 1 returning position`
  const find = async (name: string) =>
    findUndecodable(shop.command, definitions, [await standingOf(name)], shop.projections)
  expect(await find('stock-levels')).toEqual({
    reader: 'stock-levels',
    position: later?.position,
    type: 'ProductRestocked',
    reason: expect.stringContaining('shape 99'),
  })
  expect(await find('revenue')).toBeNull()
})
