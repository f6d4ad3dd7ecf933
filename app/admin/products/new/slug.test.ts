import { expect, test } from 'vitest'
import { slugOf } from './slug'

test.each([
  ['Gale lantern', 'gale-lantern'],
  ['Crème brûlée, for two', 'creme-brulee-for-two'],
  ['Chandler’s shoes', 'chandlers-shoes'],
  ['Salt & pepper', 'salt-and-pepper'],
  ['  100 % wool!  ', '100-wool'],
  ['灯', ''],
])('"%s" suggests "%s"', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})

test('a long name is cut, and does not end in a hyphen', () => {
  const slug = slugOf(`${'a'.repeat(79)} lantern`)
  expect(slug).toBe('a'.repeat(79))
})
