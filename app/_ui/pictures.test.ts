import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PICTURES } from './pictures'

const folder = new URL('../../public/pictures/', import.meta.url)
const drawings = PICTURES.map((name) => ({ name, svg: readFileSync(new URL(`${name}.svg`, folder), 'utf8') }))

test('the list names every drawing in the folder, in order', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.svg'))
  expect([...PICTURES]).toEqual(files.map((file) => file.slice(0, -'.svg'.length)).sort())
})

test('any two drawings can be inlined in one page: their ids begin with their names', () => {
  for (const { name, svg } of drawings) {
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids.filter((id) => !new RegExp(`^${name}-[a-z0-9]+$`).test(id ?? ''))).toEqual([])
    expect(new Set(ids).size, name).toBe(ids.length)
  }
})

test('no drawing refers to an id that it does not have', () => {
  for (const { name, svg } of drawings) {
    const used = [...svg.matchAll(/url\(#([^)]*)\)|href="#([^"]*)"/g)].map(([, url, href]) => url ?? href)
    expect(
      used.filter((id) => !svg.includes(` id="${id}"`)),
      name,
    ).toEqual([])
  }
})

test('no drawing asks anything of anybody else or runs anything', () => {
  for (const { name, svg } of drawings) {
    expect(svg.match(/https?:[^"]*/g), name).toEqual(['http://www.w3.org/2000/svg'])
    expect(svg, name).not.toMatch(/<script|<foreignObject| on[a-z]+=/)
  }
})

test('all drawings together weigh less than two megabytes', () => {
  expect(drawings.reduce((sum, { svg }) => sum + svg.length, 0)).toBeLessThan(2_000_000)
})
