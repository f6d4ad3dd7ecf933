import { expect, test } from 'vitest'
import { latestRefusals } from './latest-refusals'

const refusal = (id: string, name: string, variantId: string) => ({
  id,
  name,
  input: { variantId },
  hint: undefined,
  rejection: { code: 'OutOfStock' },
})

test('what was refused twice about one line is said once, by the latest', () => {
  const [first, other, second] = [
    refusal('1', 'ChangeItemQuantity', 'lantern'),
    refusal('2', 'ChangeItemQuantity', 'mug'),
    refusal('3', 'ChangeItemQuantity', 'lantern'),
  ] as const
  expect(latestRefusals([first, other, second])).toEqual([
    { latest: second, ids: ['1', '3'] },
    { latest: other, ids: ['2'] },
  ])
})

test('what was refused twice when it was put in is said twice: each may have been meant', () => {
  const twice = ['1', '2'].map((id) => refusal(id, 'AddItemToCart', 'lantern'))
  expect(latestRefusals(twice)).toHaveLength(2)
})
