import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { gather } from './gather'

type Call = { about: string; answer: string }
const call = (about: string, answer = about): Call => ({ about, answer })

/** Notes what was done together, and what alone. */
function gathering(together?: (calls: readonly Call[]) => Promise<string[]>) {
  const rounds: string[][] = []
  const alone: string[] = []
  const ask = gather<Call, string>({
    about: ({ about }) => about,
    together: async (calls) => {
      rounds.push(calls.map(({ answer }) => answer))
      await sleep(5)
      return together ? together(calls) : calls.map(({ answer }) => answer)
    },
    alone: async ({ answer }) => {
      alone.push(answer)
      if (answer === 'bad') throw new Error('It cannot be done.')
      return answer
    },
  })
  return { ask, rounds, alone }
}

test('what is asked for in one turn is one round, and each gets its own answer', async () => {
  const { ask, rounds, alone } = gathering()
  expect(await Promise.all(['a', 'b', 'c'].map((one) => ask(call(one))))).toEqual(['a', 'b', 'c'])
  expect({ rounds, alone }).toEqual({ rounds: [['a', 'b', 'c']], alone: [] })
})

test('what is asked for during a round makes up the next one', async () => {
  const { ask, rounds } = gathering()
  const first = [ask(call('a')), ask(call('b'))]
  await sleep(2)
  const second = [ask(call('c')), ask(call('d'))]
  await Promise.all([...first, ...second])
  expect(rounds).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
})

test('of two about the same thing the second is not in the round of the first', async () => {
  const { ask, rounds, alone } = gathering()
  const all = [call('a', 'a1'), call('b'), call('a', 'a2')]
  expect(await Promise.all(all.map(ask))).toEqual(['a1', 'b', 'a2'])
  expect({ rounds, alone }).toEqual({ rounds: [['a1', 'b']], alone: ['a2'] })
})

test('of a round that fails each is done for itself, and only what cannot be done fails', async () => {
  const { ask, alone } = gathering(() => Promise.reject(new Error('One of them spoils it.')))
  const done = await Promise.allSettled([ask(call('a')), ask(call('bad')), ask(call('c'))])
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(alone).toEqual(['a', 'bad', 'c'])
  expect(await ask(call('later'))).toBe('later')
})

test('after a round that was shared the next waits a little for others to join it', async () => {
  const began: number[] = []
  const ask = gather<Call, string>({
    about: ({ about }) => about,
    together: async (calls) => {
      began.push(performance.now())
      return calls.map(({ answer }) => answer)
    },
    alone: async ({ answer }) => answer,
  })
  for (let round = 0; round < 3; round++) await Promise.all([ask(call('a')), ask(call('b'))])
  const [first = 0, , third = 0] = began
  expect(third - first).toBeGreaterThan(10)
})
