import { expect, test } from 'vitest'
import { upcast } from '../engine/log/upcast'
import type { EventDefinition } from './event'
import lines from './every-shape.json'
import { eventDefinitions } from './registry'

const definitions: Record<string, EventDefinition> = eventDefinitions

/** Every shape that the log of some shop may hold, as `Type 1`. */
const everyShape = Object.entries(definitions).flatMap(([type, { shape }]) =>
  Array.from({ length: shape }, (_, before) => `${type} ${before + 1}`),
)

test('the fixture has a line of every shape that ever was: a raised or a new one wants its own', () => {
  expect([...new Set(lines.map(({ type, shape }) => `${type} ${shape}`))].sort()).toEqual(everyShape.sort())
})

test('every raised shape has the upcasters that lead to it', () => {
  for (const [type, { shape, upcasters = [] }] of Object.entries(definitions))
    expect(upcasters.length, type).toBe(shape - 1)
})

test.each(lines)('$type, shape $shape, is read as what $type is today', ({ type, shape, data }) => {
  const definition = definitions[type]
  expect(definition?.schema.parse(upcast(type, shape, data, definition))).toEqual(upcast(type, shape, data, definition))
})
