import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { ownReadSide } from './own-read-side'
import type { TestReadSide } from './test-read-side'
import { addedToCart, created, idOf } from './testing'

const shop = ownReadSide()

const watched = ['cart', 'product-page']

/** A transaction that has appended, has its position, and commits when it is told to. */
async function openTransaction(...facts: Parameters<TestReadSide['record']>[0]) {
  let commit = () => {}
  let hasAppended = () => {}
  const until = new Promise<void>((resolve) => {
    commit = resolve
  })
  const appended = new Promise<void>((resolve) => {
    hasAppended = resolve
  })
  const committed = shop.command.begin(async (tx) => {
    await shop.appendIn(tx, facts)
    hasAppended()
    await until
  })
  await appended
  return async () => {
    commit()
    await committed
  }
}

/** The products that have a page, by number. */
const pages = async () => {
  const rows = await shop.admin<{ slug: string }[]>`select slug from read.product_page order by created_at, slug`
  return rows.map(({ slug }) => Number(slug.slice('lantern-'.length)))
}

it.each([1, 7, 1000])(
  'an event that commits after later ones were projected is projected, in batches of %i',
  async (batchSize) => {
    const commitEarly = await openTransaction(created(1))
    for (let n = 2; n <= 20; n++) await shop.record([created(n)])
    const commitLate = await openTransaction(created(21))
    await shop.record([created(22)])
    await shop.catchUpAll(batchSize, watched)
    expect(await pages()).toHaveLength(20)
    await commitEarly()
    for (let n = 23; n <= 30; n++) await shop.record([created(n)])
    await shop.catchUpAll(batchSize, watched)
    expect(await pages()).toContain(1)
    expect(await pages()).not.toContain(21)
    await commitLate()
    await shop.catchUpAll(batchSize, watched)
    expect(await pages()).toHaveLength(30)
  },
)

it('an open transaction holds up nobody', async () => {
  const commit = await openTransaction(created(1))
  await shop.record([created(2)])
  await shop.catchUpAll(100, watched)
  expect(await pages()).toEqual([2])
  await commit()
})

it('writers that commit in any order, some not at all, are projected once and in the order of their stream', async () => {
  const writers = Array.from({ length: 6 }, async (_, writer) => {
    for (let n = 0; n < 20; n++) {
      const isKept = n % 5 !== 4
      await shop.command
        .begin(async (tx) => {
          await tx`select pg_current_xact_id()`
          await sleep(Math.random() * 6)
          await shop.appendIn(tx, [addedToCart(idOf(100 + writer), 1 + n, 1 + n), created(100 * (1 + writer) + n)])
          await sleep(Math.random() * 6)
          if (!isKept) throw new Error('rolled back')
        })
        .catch(() => {})
    }
  })
  let areWriting = true
  const written = Promise.all(writers).then(() => {
    areWriting = false
  })
  while (areWriting) await Promise.all([shop.catchUpAll(7, watched), shop.catchUpAll(1, watched)])
  await written
  await shop.catchUpAll(100, watched)
  expect(await pages()).toHaveLength(6 * 16)
  const carts = await shop.admin<{ lines: { productId: string; quantity: number }[] }[]>`select lines from read.cart`
  expect(carts).toHaveLength(6)
  const kept = Array.from({ length: 20 }, (_, n) => n).filter((n) => n % 5 !== 4)
  for (const { lines } of carts) {
    expect(lines.map(({ productId, quantity }) => [productId, quantity])).toEqual(
      kept.map((n) => [idOf(10 * (1 + n)), 1 + n]),
    )
  }
})
