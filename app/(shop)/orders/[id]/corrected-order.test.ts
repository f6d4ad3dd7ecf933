import { expect, test } from 'vitest'
import { correctedLines } from './corrected-order'

const kettle = { variantId: 'kettle', quantity: 5, unitPrice: 2800 }
const soap = { variantId: 'soap', quantity: 1, unitPrice: 650 }
const named = (line: { variantId: string }) => ({ variantId: line.variantId, name: 'It', label: '' })

test('a changed price is taken over, and the others stay', () => {
  const rejection = { code: 'PriceHasChanged', lines: [{ ...named(kettle), was: 2800, now: 3000 }] }
  expect(correctedLines([kettle, soap], rejection)).toEqual([{ ...kettle, unitPrice: 3000 }, soap])
})

test('of what is short, what is left is taken', () => {
  const rejection = { code: 'OutOfStock', lines: [{ ...named(kettle), wanted: 5, inStock: 3 }] }
  expect(correctedLines([kettle, soap], rejection)).toEqual([{ ...kettle, quantity: 3 }, soap])
})

test('what has sold out goes', () => {
  const rejection = { code: 'OutOfStock', lines: [{ ...named(soap), wanted: 1, inStock: 0 }] }
  expect(correctedLines([kettle, soap], rejection)).toEqual([kettle])
})

test('what is no longer sold goes', () => {
  expect(correctedLines([kettle, soap], { code: 'ProductDiscontinued', lines: [named(kettle)] })).toEqual([soap])
})

test('a cart that was changed elsewhere has to be looked at first', () => {
  expect(correctedLines([kettle], { code: 'CartHasChanged', lines: [] })).toBeNull()
})
