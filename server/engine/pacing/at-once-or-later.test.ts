import { expect, test, vi } from 'vitest'
import { atOnceOrLater } from './at-once-or-later'

const never = new Promise<void>(() => {})
const askInVain = (_: string, onAsked: () => void) => {
  onAsked()
  return never
}

function doing(act: (id: string, onAsked: () => void) => Promise<void>, restMs = 10_000) {
  const later = vi.fn()
  const onError = vi.fn()
  const acting = vi.fn(act)
  return { later, onError, acting, atOnce: atOnceOrLater({ act: acting, later, onError, ms: 20, restMs }) }
}

test('what is done at once costs no job', async () => {
  const { atOnce, later, acting } = doing(async () => {})
  await atOnce('a')
  expect(acting).toHaveBeenCalledOnce()
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
  const { atOnce, later, acting } = doing(askInVain)
  await atOnce('slow')
  const started = performance.now()
  for (let n = 0; n < 100; n++) await atOnce(`waits ${n}`)
  expect(performance.now() - started).toBeLessThan(500)
  expect(later).toHaveBeenCalledTimes(101)
  expect(acting).toHaveBeenCalledOnce()
})

test('after its rest it is tried at once again', async () => {
  const { atOnce, acting } = doing(askInVain, 1)
  await atOnce('slow')
  await new Promise((resolve) => setTimeout(resolve, 5))
  await atOnce('next')
  expect(acting).toHaveBeenCalledTimes(2)
})

test('our own part may take longer than the other side', async () => {
  const { atOnce, later } = doing(async (_, onAsked) => {
    await new Promise((resolve) => setTimeout(resolve, 50))
    onAsked()
  })
  await atOnce('a')
  expect(later).not.toHaveBeenCalled()
})

test('and is not waited for without end', async () => {
  const { atOnce, later } = doing(() => never)
  await atOnce('a')
  expect(later.mock.calls).toEqual([['a']])
})
