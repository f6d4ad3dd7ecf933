import { expect, test } from 'vitest'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { ownReadSide } from '@/server/read/own-read-side'
import { findProductPage } from '@/server/read/product-page/product-page.query'
import { created } from '@/server/read/testing'
import { createObservedReader, type QuerySeen } from './observe'

const side = ownReadSide({ isKept: true })

test('an answer that waited in vain is told of as one that waited and folded', async () => {
  const seen: QuerySeen[] = []
  const waitForMark = (_: string, ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
  const options = { sql: side.query, log: side.command, definitions, waitForMark }
  const { answer } = createObservedReader(options, (one) => seen.push(one))
  const actor = { kind: 'guest', id: '0198f000-0000-7000-8000-0000000000a1' }
  const token = await side.record([created(1)], actor)
  const input = { slug: 'lantern-1' }
  await answer(findProductPage, { input, actor, tokens: [token] })
  await side.catchUpAll()
  await answer(findProductPage, { input, actor, tokens: [token] })
  await answer(findProductPage, { input: { slug: 7 }, actor })
  expect(seen).toMatchObject([
    { query: findProductPage.name, outcome: 'answered', folded: 1 },
    { outcome: 'answered', waits: 0, folded: 0 },
    { outcome: 'refused', waits: 0, folded: 0 },
  ])
  expect(seen[0]?.waits).toBeGreaterThan(0)
  expect(seen[0]?.ms).toBeGreaterThanOrEqual(240)
})
