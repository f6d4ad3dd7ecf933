import { expect, test, vi } from 'vitest'
import { atOnceOrLater } from './at-once-or-later'

const never = new Promise<void>(() => {})

function doing(act: (id: string) => Promise<void>, restMs = 10_000) {
  const later = vi.fn()
  const onError = vi.fn()
  const acting = vi.fn(act)
  return { later, onError, acting, atOnce: atOnceOrLater({ act: acting, later, onError, ms: 20, restMs }) }
}

test('what is done at once costs no job', async () => {
  const { atOnce, later, acting } = doing(async () => {})
  await atOnce('a')
  expect(acting.mock.calls).toEqual([['a']])
  expect(later).not.toHaveBeenCalled()
})

test('what fails gets a job, and the next is done at once', async () => {
  const { atOnce, later, onError } = doing(async (id) => {
    if (id === 'bad') throw new Error('No.')
  })
  await atOnce('bad')
  await atOnce('good')
  expect(later.mock.calls).toEqual([['bad']])
  expect(onError).toHaveBeenCalledOnce()
})

test('after something that takes long the others get jobs, and nobody waits', async () => {
  const { atOnce, later, acting } = doing(() => never)
  await atOnce('slow')
  const started = performance.now()
  for (let n = 0; n < 100; n++) await atOnce(`waits ${n}`)
  expect(performance.now() - started).toBeLessThan(20)
  expect(later).toHaveBeenCalledTimes(101)
  expect(acting).toHaveBeenCalledOnce()
})

test('after its rest it is tried at once again', async () => {
  const { atOnce, acting } = doing(() => never, 1)
  await atOnce('slow')
  await new Promise((resolve) => setTimeout(resolve, 5))
  await atOnce('next')
  expect(acting).toHaveBeenCalledTimes(2)
})
