import { expect, test } from 'vitest'
import { z } from 'zod'
import { parsePosted } from './parse-posted'

const schema = z.object({ email: z.string(), address: z.object({ city: z.string() }) })

function posted(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

const filled = { email: 'ada@tidemark.example', 'address.city': 'Whitby' }

test('the fields that the form has are taken', () => {
  const submission = parsePosted(posted(filled), schema, schema)
  expect(submission.status === 'success' && submission.value).toEqual({
    email: 'ada@tidemark.example',
    address: { city: 'Whitby' },
  })
})

test.each(['x[10000000]', 'email[10000000]', 'address.city[10000000]', '__proto__.x'])(
  'a field of the name %s is not looked at',
  (name) => {
    expect(parsePosted(posted({ ...filled, [name]: '1' }), schema, schema).payload).toEqual({
      email: 'ada@tidemark.example',
      address: { city: 'Whitby' },
    })
  },
)

test('what a form would have done to itself is not done', () => {
  const intent = JSON.stringify({ type: 'update', payload: { name: 'x', index: 10_000_000, value: '1' } })
  const submission = parsePosted(posted({ ...filled, __intent__: intent }), schema, schema)
  expect([submission.status, submission.payload]).toEqual([
    'success',
    { email: 'ada@tidemark.example', address: { city: 'Whitby' } },
  ])
})
