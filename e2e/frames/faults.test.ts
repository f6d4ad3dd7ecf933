import { expect, it } from 'vitest'
import { faultsIn, vanishingFrames, type Watch } from './faults'
import type { Look, Recording, Sight } from './recording'

const ROW = 'order TM-1'
const STAYS: Watch = { what: /^order/, on: /orders/i, which: 'stays' }
const there = (says = 'paid', node = 1, count = 1): Record<string, Sight> => ({ [ROW]: { count, says, node } })

/** A tab that showed this, ten frames each. */
function recorded(...looks: (Partial<Look> & Pick<Look, 'sights'>)[]): Recording {
  const full = looks.map((look, index) => ({ document: 1, frame: index * 10, at: index, heading: 'Orders', ...look }))
  return { frames: looks.length * 10, looks: full, shifts: [] }
}

const namesOf = (recording: Recording, watch = STAYS) => faultsIn(recording, [watch]).map(({ is }) => is)

it('finds nothing where a thing comes once, changes forward and stays the same node', () => {
  const calm = recorded(
    { sights: {} },
    { sights: there('awaiting') },
    { sights: there('paid') },
    { sights: there('sent') },
  )
  expect(faultsIn(calm, [STAYS])).toEqual([])
})

it('sees what was there and is not, and for how many frames', () => {
  const faults = faultsIn(recorded({ sights: there() }, { sights: {} }, { sights: there() }), [STAYS])
  expect(faults.map(({ is }) => is)).toEqual(['vanished'])
  expect(vanishingFrames(faults)).toBe(10)
})

it('sees what vanished and never came back', () => {
  expect(namesOf(recorded({ sights: there() }, { sights: {} }))).toEqual(['vanished'])
})

it('sees what a reload has lost', () => {
  expect(namesOf(recorded({ sights: there() }, { sights: {}, document: 2 }))).toEqual(['vanished'])
})

it('sees what vanished with the whole page, by the heading that an empty page has', () => {
  expect(namesOf(recorded({ sights: there() }, { sights: {}, heading: 'No orders yet' }))).toEqual(['vanished'])
})

it('does not look for a thing on pages where it does not belong', () => {
  const away = recorded({ sights: there() }, { sights: {}, heading: 'About us' }, { sights: there('paid', 2) })
  expect(namesOf(away)).toEqual([])
})

it('sees what stands there twice', () => {
  expect(namesOf(recorded({ sights: there() }, { sights: there('paid', 1, 2) }, { sights: there() }))).toEqual([
    'doubled',
  ])
})

it('sees another node in the same place, and forgives it after a reload', () => {
  expect(namesOf(recorded({ sights: there('paid', 1) }, { sights: there('paid', 2) }))).toEqual(['remounted'])
  expect(namesOf(recorded({ sights: there('paid', 1) }, { sights: there('paid', 2), document: 2 }))).toEqual([])
})

it('sees what says again what it had said before', () => {
  const back = recorded({ sights: there('3') }, { sights: there('4') }, { sights: there('3') }, { sights: there('4') })
  expect(namesOf(back)).toEqual(['went back', 'went back'])
  expect(namesOf(back, { ...STAYS, which: 'changes' })).toEqual([])
})

it('lets a thing leave once, and not come back', () => {
  const leaves: Watch = { ...STAYS, which: 'leaves' }
  expect(namesOf(recorded({ sights: there() }, { sights: {} }), leaves)).toEqual([])
  expect(namesOf(recorded({ sights: there() }, { sights: {} }, { sights: there() }, { sights: {} }), leaves)).toEqual([
    'vanished',
  ])
})
