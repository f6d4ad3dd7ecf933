import { expect, it } from 'vitest'
import { knowsToken } from './knows-token'

const token = 'a-token-of-sixteen-or-more'

it('takes the token as a bearer, and nothing else', () => {
  expect(knowsToken(`Bearer ${token}`, token)).toBe(true)
  expect(knowsToken(`bearer ${token}`, token)).toBe(true)
  for (const wrong of [token, `Basic ${token}`, `Bearer ${token}x`, 'Bearer ', '', null, undefined]) {
    expect(knowsToken(wrong, token), String(wrong)).toBe(false)
  }
})

it('takes nothing where there is no token', () => {
  for (const given of ['Bearer ', 'Bearer undefined', null]) expect(knowsToken(given, undefined)).toBe(false)
})
