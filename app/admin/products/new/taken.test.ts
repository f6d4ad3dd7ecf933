import { expect, test } from 'vitest'
import { takenSku, takenSlug } from './taken'

test('an address is said to be taken as long as it stands there', () => {
  const rejection = { code: 'SlugTaken', slug: 'gale-lantern' }
  expect(takenSlug(rejection, 'gale-lantern')).toEqual(['Another product has this address.'])
  expect(takenSlug(rejection, 'gale-lantern-2')).toBeUndefined()
  expect(takenSlug(null, 'gale-lantern')).toBeUndefined()
})

test('a SKU is said to be taken at its own field, however it is written', () => {
  const rejection = { code: 'SkuTaken', skus: ['GALE-1'] }
  expect(takenSku(rejection, ' gale-1 ')).toEqual(['Another version has this SKU.'])
  expect([takenSku(rejection, 'GALE-2'), takenSku(rejection), takenSku(null, 'GALE-1')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
