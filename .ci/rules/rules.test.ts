import { expect, it } from 'vitest'
import { brokenFixtures, foundInBroken, foundInGoodHouse } from './fixture'
import { importRules } from './import-rules'
import { nameRules } from './name-rules'

const rules = [...importRules, ...nameRules]

it('has a house that breaks it for each rule', () => {
  expect(brokenFixtures.sort()).toEqual(rules.map(({ name }) => name).sort())
})

it('finds nothing in the good house', () => {
  expect(foundInGoodHouse(rules)).toEqual([])
})

it.each(brokenFixtures)('finds each marked line of %s, and nothing that another rule says', (fixture) => {
  const { found, expected } = foundInBroken(fixture, rules)
  expect(expected).not.toEqual([])
  expect(found).toEqual(expected)
})
