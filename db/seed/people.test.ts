import { expect, test } from 'vitest'
import { addressSchema } from '@/server/events/values'
import { PEOPLE } from './people'

test('sixty people shop here, each with an e-mail of their own', () => {
  expect(PEOPLE).toHaveLength(60)
  expect(new Set(PEOPLE.map(({ email }) => email)).size).toBe(60)
})

test('no mail to them can reach anybody: their domains are reserved', () => {
  for (const { email } of PEOPLE) expect(email).toMatch(/^[a-z0-9.-]+@example\.(com|org|net)$/)
})

test('everybody lives at an address that a parcel can be labelled with', () => {
  for (const { name, address } of PEOPLE) {
    expect(addressSchema.parse(address)).toEqual({ ...address, name })
    expect(address.country).toMatch(/^[A-Z]{2}$/)
    expect([address.line1, address.city, address.postcode].map((part) => part.trim())).not.toContain('')
  }
})

test('British postcodes have the form of British postcodes', () => {
  const british = PEOPLE.filter(({ address }) => address.country === 'GB')
  expect(british.length).toBeGreaterThan(45)
  for (const { address } of british) expect(address.postcode).toMatch(/^[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}$/)
})
