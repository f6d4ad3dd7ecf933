import { expect, it } from 'vitest'
import { catchUp } from '@/server/engine/projector/projector'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { ownReadSide } from './own-read-side'
import { ada, addedToCart, addressSaved, created, placed, registered } from './testing'

const shop = ownReadSide({ isKept: true })

it('a batch whose transaction is lost is projected again, once', async () => {
  await shop.clear()
  await shop.record([created(), registered(ada.id, 'Ada'), addressSaved(ada.id), addedToCart(ada.id, 1, 1), placed()])
  for (const projection of shop.projections) {
    const failing = {
      ...projection,
      apply: async (...args: Parameters<typeof projection.apply>) => {
        await projection.apply(...args)
        throw new Error('The connection is lost.')
      },
    }
    await expect(catchUp({ sql: shop.projector, definitions }, [failing])).rejects.toThrow('lost')
  }
  expect(Object.values(await shop.dump()).flat()).toEqual([])
  await shop.catchUpAll()
  const rows = await shop.dump()
  await shop.catchUpAll()
  expect(await shop.dump()).toEqual(rows)
  expect(rows.order_detail).toHaveLength(1)
})
