import { expect, test } from 'vitest'
import { streamOf } from './stream-of'

function counting() {
  const seen = { made: 0, isEnded: false }
  async function* texts() {
    try {
      for (; seen.made < 1000; seen.made++) yield 'ż'
    } finally {
      seen.isEnded = true
    }
  }
  return { seen, texts: texts() }
}

test('the texts come whole and in order', async () => {
  const { texts } = counting()
  expect(await new Response(streamOf(texts)).text()).toBe('ż'.repeat(1000))
})

test('no more is made than is taken, and nothing when nobody takes it any more', async () => {
  const { seen, texts } = counting()
  const reader = streamOf(texts).getReader()
  await reader.read()
  expect(seen.made).toBeLessThan(5)
  await reader.cancel()
  expect(seen).toMatchObject({ isEnded: true })
  expect(seen.made).toBeLessThan(5)
})

test('what fails breaks the answer off', async () => {
  async function* failing() {
    yield 'a'
    throw new Error('gone')
  }
  await expect(new Response(streamOf(failing())).text()).rejects.toThrow('gone')
})
