import { expect, test } from 'vitest'
import { createLooks } from './looks'

const mark = { projection: 'orders', epoch: '1', counter: 1, snapshot: '1:1:', target: null, reached: 0 }
const view = { name: 'listOrders', input: {} }

test('what is being seen to is named as long as it is, though the data is the same', () => {
  const looks = createLooks({ optimistics: new Map(), actorId: 'ada' })
  const look = (parked?: string[]) =>
    looks.look('key', view, { data: [{ id: 'a' }], mark, parked }, { dataUpdatedAt: 0, error: null }, [])
  const before = look()
  const during = look(['a'])
  expect(before.parked).toBeUndefined()
  expect(during).toMatchObject({ data: [{ id: 'a' }], parked: ['a'] })
  expect(during.data).toBe(before.data)
  expect(look(['a'])).toBe(during)
  expect(look().parked).toBeUndefined()
})
