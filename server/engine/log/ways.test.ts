import { expect, it } from 'vitest'
import { createWays, seesAllOf } from './ways'

it('a snapshot shows what another does when all that runs in it runs in the other too, or came later', () => {
  expect(seesAllOf('10:20:', '10:20:')).toBe(true)
  expect(seesAllOf('10:30:', '10:20:12')).toBe(true)
  expect(seesAllOf('12:30:12', '10:20:12,15')).toBe(true)
  expect(seesAllOf('21:30:21', '10:20:')).toBe(true)
  expect(seesAllOf('12:30:12', '10:20:')).toBe(false)
  expect(seesAllOf('10:19:', '10:20:')).toBe(false)
})

it('who sets out from the same place goes the same way, if he can see all of it', async () => {
  const ways = createWays()
  const start = async () => 7
  const first = await ways.from('5:5:', '10:20:12', start)
  expect(await ways.from('5:5:', '10:30:', start)).toBe(first)
  expect(await ways.from('5:5:', '10:15:', start)).toEqual({ target: '10:15:', reached: 7 })
  expect(await ways.from('6:6:', '10:30:', start)).toEqual({ target: '10:30:', reached: 7 })
})

it('a way whose beginning could not be found is nobody’s', async () => {
  const ways = createWays()
  await expect(ways.from('5:5:', '10:20:', () => Promise.reject(new Error('lost')))).rejects.toThrow('lost')
  expect(await ways.from('5:5:', '10:20:', async () => 7)).toEqual({ target: '10:20:', reached: 7 })
})

it('it is known how many go a way, until they part', async () => {
  const ways = createWays()
  const start = async () => 7
  await ways.from('5:5:', '10:20:', start)
  expect(ways.walkersTo('10:20:')).toBe(1)
  await ways.from('5:5:', '10:20:', start)
  expect(ways.walkersTo('10:20:')).toBe(2)
  expect(ways.walkersTo('10:21:')).toBe(1)
  ways.part('10:20:')
  expect(ways.walkersTo('10:20:')).toBe(1)
})
