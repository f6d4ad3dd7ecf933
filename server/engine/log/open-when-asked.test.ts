import { expect, it } from 'vitest'
import { openWhenAsked } from './open-when-asked'

const key = new Uint8Array(1)

function closed() {
  const opened: unknown[] = []
  const data: Record<string, unknown> = { id: 1, contact: 'sealed', address: 'closed', card: null }
  openWhenAsked(data, ['contact', 'address', 'card'], key, (value) => {
    opened.push(value)
    return `open ${value}`
  })
  return { data, opened }
}

it('a field is opened when it is asked for, once, and the others stay closed', () => {
  const { data, opened } = closed()
  expect(opened).toEqual([])
  expect([data.contact, data.contact, data.card, data.id]).toEqual(['open sealed', 'open sealed', null, 1])
  expect(opened).toEqual(['sealed'])
})

it('a copy holds the open fields and nothing else', () => {
  const { data } = closed()
  const open = { id: 1, contact: 'open sealed', address: 'open closed', card: null }
  expect({ ...data }).toEqual(open)
  expect(JSON.parse(JSON.stringify(closed().data))).toEqual(open)
  expect(Object.getOwnPropertySymbols({ ...data })).toEqual([])
})

it('a field that cannot be opened throws whenever it is asked for', () => {
  const data: Record<string, unknown> = { contact: 'sealed' }
  openWhenAsked(data, ['contact'], key, () => {
    throw new Error('another key')
  })
  expect(() => data.contact).toThrow('another key')
  expect(() => data.contact).toThrow('another key')
})
