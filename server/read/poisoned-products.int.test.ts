import { expect, it } from 'vitest'
import { type Healed, listParked } from '@/server/engine/parking/parked'
import type { Audited, Projection } from '@/server/engine/projections/projection'
import { heal, healDue } from '@/server/engine/projector/heal'
import { catchUp } from '@/server/engine/projector/projector'
import { rebuild } from '@/server/engine/rebuilding/rebuild'
import { ownReadSide } from './own-read-side'
import { cancelled, created, discontinued, idOf, line, orderIdOf, placed, priceChanged, restocked } from './testing'

const shop = ownReadSide()

const options = () => ({ ...shop.options, poison: 'park' as const })
const productIdOf = (n: number) => idOf(10 * n)

/** The same projections, but all throw at events of these keys. */
const failingAt = (...keys: string[]): Projection[] =>
  shop.projections.map((projection) => ({
    ...projection,
    apply: async (tx, events) => {
      if (events.some(({ key }) => keys.includes(key))) throw new TypeError('a bad event')
      return projection.apply(tx, events)
    },
  }))

async function rowsMadeAnew() {
  for (const projection of shop.projections) await rebuild(options(), projection)
  return shop.dump()
}

const stockOf = async (n: number) => {
  const [row] = await shop.admin<{ stock: number }[]>`
    select on_hand as stock from read.stock_levels where variant_id = ${idOf(10 * n + 1)}`
  return row?.stock
}

it('a product whose creation waited has lost none of the orders that came meanwhile, when it is healed', async () => {
  const order = placed(2, { lines: [line(1, 2), line(2, 1)] })
  await shop.record([created(1), created(2)])
  await catchUp(options(), failingAt(productIdOf(1)))
  await shop.record([placed(1, { lines: [line(1, 1)] }), order, restocked(1, 4), priceChanged(1, 3900)])
  await catchUp(options(), failingAt(productIdOf(1)))
  await shop.record([cancelled(order), placed(3, { lines: [line(1, 3)] })])
  await catchUp(options(), failingAt(productIdOf(1)))
  expect(await stockOf(1)).toBeUndefined()

  await healDue(options(), shop.projections, true)
  expect(await listParked(shop.admin, 'read.parked_key')).toEqual([])
  expect(await stockOf(1)).toBe(5 - 1 + 4 - 3)
  expect(await shop.dump()).toEqual(await rowsMadeAnew())
})

it.each([
  { first: productIdOf(1), second: orderIdOf(1) },
  { first: orderIdOf(1), second: productIdOf(1) },
])('of a product and an order of it that both wait, $first is healed first, and nothing is lost', async (keys) => {
  const bad = failingAt(productIdOf(1), orderIdOf(1))
  await shop.record([created(1), created(2), placed(1, { lines: [line(1, 2), line(2, 2)] })])
  await shop.record([placed(2, { lines: [line(1, 1), line(2, 1)] }), discontinued(1)])
  await catchUp(options(), bad)
  expect(await stockOf(2)).toBe(5 - 1)
  for (const key of [keys.first, keys.second]) {
    for (const projection of shop.projections) {
      const isWaiting = (await listParked(shop.admin, 'read.parked_key')).some(
        (one) => one.key === key && one.reader === projection.name,
      )
      expect(await heal(options(), projection, key)).toBe(isWaiting ? 'healed' : 'gone')
    }
  }
  expect(await stockOf(2)).toBe(5 - 1 - 2)
  expect(await shop.dump()).toEqual(await rowsMadeAnew())
})

it('a product that fails again waits on, with the new reason, and its rows stay as they were', async () => {
  await shop.record([created(1), created(2), placed(1, { lines: [line(1, 2), line(2, 2)] })])
  await catchUp(options(), failingAt(productIdOf(1)))
  const before = await shop.dump()
  await healDue(options(), failingAt(productIdOf(1)), true)
  const parked = await listParked(shop.admin, 'read.parked_key')
  expect(parked.map(({ reader, attempts }) => [reader, attempts])).toContainEqual(['product-page', 2])
  expect({ ...(await shop.dump()), parked_key: [] }).toEqual({ ...before, parked_key: [] })
})

it('a product of which something else cannot be folded any more fails again, and holds up no other', async () => {
  const page = shop.named('product-page') as Audited
  const failing = failingAt(productIdOf(1), productIdOf(2), productIdOf(3))
  await shop.record([created(1), created(2), created(3), placed(1, { lines: [line(2, 1)] })])
  await catchUp(options(), failing)
  const fold: Audited['audit']['fold'] = (state, event, part) => {
    if (event.key === orderIdOf(1)) throw new TypeError('no longer known')
    return page.audit.fold(state, event, part)
  }
  await healDue(options(), [{ ...page, audit: { ...page.audit, fold } }], true)
  const parked = (await listParked(shop.admin, 'read.parked_key')).filter(({ reader }) => reader === page.name)
  expect(parked).toMatchObject([{ key: productIdOf(2), attempts: 2, reason: 'no longer known' }])
  await healDue(options(), shop.projections, true)
  expect(await shop.dump()).toEqual(await rowsMadeAnew())
})

/** Its healing is held up, when it has looked at what waits, until this is done. */
const heldUp = (projection: Audited, meanwhile: () => Promise<unknown>): Audited => ({
  ...projection,
  audit: { ...projection.audit, begin: async () => meanwhile().then(() => new Map()) },
})

it.each<{ what: string; meanwhile: (page: Projection) => Promise<unknown>; healed: Healed }>([
  { what: 'orders are taken in', meanwhile: (page) => catchUp(options(), [page]), healed: 'healed' },
  {
    what: 'an order of it begins to wait',
    meanwhile: () =>
      catchUp(
        options(),
        failingAt(orderIdOf(2)).filter(({ name }) => name === 'product-page'),
      ),
    healed: 'behind',
  },
  { what: 'an order of it is healed', meanwhile: (page) => heal(options(), page, orderIdOf(1)), healed: 'behind' },
  { what: 'a long walk is begun', meanwhile: (page) => shop.walkOneBatch(page, 2), healed: 'healed' },
  { what: 'somebody else heals it', meanwhile: (page) => heal(options(), page, productIdOf(1)), healed: 'gone' },
  { what: 'all rows are made anew', meanwhile: (page) => rebuild(options(), page), healed: 'gone' },
])('a product that is being healed while $what is $healed, and has everything in the end', async (one) => {
  const page = shop.named('product-page')
  await shop.record([created(1), placed(1, { lines: [line(1, 1)] })])
  await catchUp(options(), failingAt(productIdOf(1), orderIdOf(1)))
  for (const n of [2, 3, 4]) await shop.record([placed(n, { lines: [line(1, 1)] }), restocked(1, 2)])
  const meanwhile = () => one.meanwhile(page)
  expect(await heal(options(), heldUp(page as Audited, meanwhile), productIdOf(1))).toBe(one.healed)
  await shop.catchUpAll()
  await healDue(options(), [page], true)
  await healDue(options(), shop.projections, true)
  expect(await shop.dump()).toEqual(await rowsMadeAnew())
})

it('a product is not healed in the middle of a long walk, and is due at its end', async () => {
  const page = shop.named('product-page')
  await shop.record([created(1)])
  await catchUp(options(), failingAt(productIdOf(1)))
  for (const n of [1, 2, 3]) await shop.record([placed(n, { lines: [line(1, 1)] })])
  await shop.admin`update read.parked_key set next_try_at = null`
  await shop.walkOneBatch(page, 2)
  expect(await heal(options(), page, productIdOf(1))).toBe('behind')
  await shop.catchUpAll()
  await healDue(options(), [page])
  expect((await listParked(shop.admin, 'read.parked_key')).map(({ reader }) => reader)).not.toContain(page.name)
  await healDue(options(), shop.projections, true)
  expect(await shop.dump()).toEqual(await rowsMadeAnew())
})
