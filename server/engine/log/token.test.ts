import { expect, test } from 'vitest'
import { addToken, formatOpen, formatToken, parseOpen, parseToken, parseTokens } from './token'

const epoch = '018f4b3e-0000-7000-8000-000000000001'
const text = (position: number) => formatToken({ epoch, xid: '770', position })

test('a token can be written and read back', () => {
  expect(parseToken(text(12))).toEqual({ epoch, xid: '770', position: 12 })
})

test('a token may have numbers that no log will ever reach', () => {
  const largest = { epoch, xid: '9999999999999999999', position: 999_999_999_999_999 }
  expect(parseToken(formatToken(largest))).toEqual(largest)
})

test.each([
  '',
  'x',
  `${epoch}.1`,
  `${epoch}.-1.2`,
  `${epoch}.1.-2`,
  `${epoch}.1.2.3`,
  `${epoch}.1;drop table.2`,
  `${epoch}.NaN.NaN`,
  `${epoch}.Infinity.1`,
  `${epoch}.1e3.1`,
  `${epoch}.0x1.1`,
  `${epoch}.1.5.1`,
  `${epoch}.18446744073709551616.1`,
  `${epoch}.99999999999999999999.1`,
  `${epoch}.1.9007199254740992`,
  `${epoch}.1.9999999999999999`,
  `${epoch}.0770.1`,
  `${epoch}.${'9'.repeat(4000)}.1`,
  `${epoch}.1.${'9'.repeat(4000)}`,
])('what is not a token is nothing: %j', (nonsense) => expect(parseToken(nonsense)).toBeNull())

test('a cookie keeps the last five tokens, each once, and drops what is malformed', () => {
  let cookie = 'nonsense'
  for (const position of [1, 2, 3, 4, 5, 6, 6]) cookie = addToken(cookie, text(position))
  expect(parseTokens(cookie).map((token) => token.position)).toEqual([2, 3, 4, 5, 6])
})

test('a cookie names at most forty commands without a reply, the oldest, and drops what is no id', () => {
  const ids = Array.from({ length: 50 }, (_, nth) => `018f4b3e-0000-7000-8000-0000000000${10 + nth}`)
  expect(parseOpen(formatOpen(ids))).toEqual(ids.slice(0, 40))
  expect(parseOpen(`x~${ids[0]}~;drop table`)).toEqual([ids[0]])
  expect(parseOpen(undefined)).toEqual([])
})
