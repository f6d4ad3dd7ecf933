import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { addressInput, idInput, reasonInput, typedInput } from './inputs'

test('an id is the same text however it was written', () => {
  const id = v7()
  expect(idInput.parse(id.toUpperCase())).toBe(id)
  expect(idInput.safeParse(id.slice(1)).success).toBe(false)
})

test('what no row can hold is left out of what was typed', () => {
  expect(typedInput.parse(' har\0bour ')).toBe('harbour')
  expect(typedInput.parse('a wave \u{1f30a}\ud83c')).toBe('a wave \u{1f30a}')
  expect(reasonInput.safeParse('\0').success).toBe(false)
  const address = { name: 'Ada', line1: '1 Quay', line2: '\0', city: 'Whitby', postcode: 'YO21', country: 'GB' }
  expect(addressInput.parse(address).line2).toBe('')
})
