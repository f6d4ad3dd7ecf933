import { expect, test } from 'vitest'
import { createPlaces } from './places'

const room = { ofOne: 2, fromOneAddress: 3, inAll: 4 }

test('one visitor has so many streams and no more, until one is closed', () => {
  const places = createPlaces(room)
  const first = places.enter('ada', '10.0.0.1')
  places.enter('ada', '10.0.0.2')
  expect(places.enter('ada', '10.0.0.3')).toEqual({ isGiven: false, code: 'TooManyStreams' })
  if (first.isGiven) first.leave()
  expect(places.enter('ada', '10.0.0.3').isGiven).toBe(true)
})

test('leaving twice gives back one place', () => {
  const places = createPlaces(room)
  const first = places.enter('ada', '10.0.0.1')
  places.enter('ada', '10.0.0.1')
  for (let times = 0; times < 2; times++) if (first.isGiven) first.leave()
  places.enter('ada', '10.0.0.1')
  expect(places.enter('ada', '10.0.0.1').isGiven).toBe(false)
})

test('one address has so many, whoever asks', () => {
  const places = createPlaces(room)
  for (const visitor of ['ada', 'ben', 'cy']) places.enter(visitor, '10.0.0.1')
  expect(places.enter('dot', '10.0.0.1')).toEqual({ isGiven: false, code: 'TooManyStreams' })
})

test('when all places are taken, nobody is to blame', () => {
  const places = createPlaces(room)
  for (const visitor of ['ada', 'ben', 'cy', 'dot']) places.enter(visitor, `address of ${visitor}`)
  expect(places.enter('eve', 'elsewhere')).toEqual({ isGiven: false, code: 'StreamsFull' })
})
