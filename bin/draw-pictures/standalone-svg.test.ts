import { icons } from '@iconify-json/fluent-emoji'
import { expect, test } from 'vitest'
import { shortenNumbers } from './shorten-numbers'
import { standaloneSvg } from './standalone-svg'

const gradient = (id: string, colour: string) =>
  `<linearGradient id="${id}"><stop stop-color="${colour}"/></linearGradient>`
const outline = 'M13.905 13.182c.052-.36.317-.577.44-.622c.116.417.404.603.595.717'

test.each([
  ['M8 .999.5z', 'M8 .999.5z'],
  ['M8 .9996.5z', 'M8 1 .5z'],
  ['M3-.0001l12.3456-7.8901', 'M3 0l12.35-7.89'],
  ['M.41234.53456', 'M.412.535'],
])('a path keeps its numbers apart when they get shorter: %s', (long, short) => {
  expect(shortenNumbers(` d="${long}"`)).toBe(` d="${short}"`)
})

test('a name, a colour and an id are not numbers', () => {
  const body = '<path id="i1.23456" fill="#123456" d="M1 1"/>'
  expect(shortenNumbers(body)).toBe(body)
})

test('an outline that is painted three times is kept once', () => {
  const body = ['a', 'b', 'c'].map(
    (id) => `<path fill="url(#${id})" d="${outline}"/>${gradient(id, `#${id}${id}${id}`)}`,
  )
  const svg = draw(body.join(''))
  expect(svg.match(/ d="/g)).toHaveLength(1)
  expect(svg.match(/<use href="#lamp-\w+" fill="url\(#lamp-\w+\)"\/>/g)).toHaveLength(3)
})

test('two gradients that are the same become one', () => {
  const paths = '<path fill="url(#a)" d="M1 1"/><path fill="url(#b)" d="M2 2"/>'
  const svg = draw(`${paths}${gradient('a', '#abc')}${gradient('b', '#abc')}`)
  expect(svg.match(/<linearGradient/g)).toHaveLength(1)
  expect(svg.match(/fill="url\(#lamp-0\)"/g)).toHaveLength(2)
})

test('an inner shadow stays inside its shape', () => {
  const svg = standaloneSvg('jeans', { body: icons.icons.jeans?.body ?? '', width: 32, height: 32 })
  expect(svg).toContain('operator="atop"')
  expect(svg).not.toMatch(/BackgroundImageFix|innerShadow/)
})

function draw(body: string): string {
  return standaloneSvg('lamp', { body, width: 32, height: 32 })
}
