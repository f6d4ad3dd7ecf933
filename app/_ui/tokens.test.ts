import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { tints } from './tint'

const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

type Light = 'day' | 'night'

/** Reads `--name: light-dark(#rrggbb, #rrggbb)` from the sheet. */
function colour(name: string, light: Light): string {
  const found = sheet.match(new RegExp(`--${name}:\\s*light-dark\\((#[0-9a-f]{6}),\\s*(#[0-9a-f]{6})\\)`))
  const value = found?.[light === 'day' ? 1 : 2]
  if (!value) throw new Error(`tokens.css has no colour --${name}`)
  return value
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  const [red = 0, green = 0, blue = 0] = channels
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

const TEXT = 4.5
const SHAPE = 3

const grounds = ['foam', 'foam-raised', 'sand']
const pairs = (inks: string[], on: string[]) => inks.flatMap((ink) => on.map((ground) => [ink, ground] as const))

/** What the components write, and on what. */
const written = [
  ...pairs(['ink', 'ink-soft', 'ink-faint', 'tide', 'tide-deep', 'coral', 'coral-deep'], grounds),
  ...pairs(['ink', 'ink-soft'], ['sand-deep', 'tide-wash', 'coral-wash']),
  ...pairs(['tide-deep'], ['tide-wash']),
  ...pairs(['coral-deep'], ['coral-wash']),
  ...pairs(['on-tide'], ['tide', 'tide-deep']),
  ...pairs(['on-coral'], ['coral', 'coral-deep']),
  ...pairs(
    ['ink'],
    tints.map((tint) => `tint-${tint}`),
  ),
]

/** What has to be seen without being read: outlines of controls, the focus ring, icons, the bars of a chart. */
const drawn = [
  ...pairs(['line-strong', 'tide', 'coral', 'ink-soft'], grounds),
  ...pairs(['tide', 'ink-soft'], ['tide-wash', 'sand-deep']),
  ...pairs(['coral', 'coral-deep'], ['coral-wash']),
]

/** The pairs that fall short, with what they reach: a failing test names them. */
function shortOf(least: number, together: (readonly [string, string])[], light: Light): string[] {
  return together
    .map(([one, other]) => ({ one, other, reached: contrast(colour(one, light), colour(other, light)) }))
    .filter(({ reached }) => reached < least)
    .map(({ one, other, reached }) => `${one} on ${other}: ${reached.toFixed(2)}`)
}

describe.each<Light>(['day', 'night'])('by %s', (light) => {
  it('everything written can be read (AA, 4.5)', () => {
    expect(shortOf(TEXT, written, light)).toEqual([])
  })

  it('everything drawn can be seen (AA, 3)', () => {
    expect(shortOf(SHAPE, drawn, light)).toEqual([])
  })

  it('the eight tints can be told from each other and from the ground', () => {
    const all = [...tints.map((tint) => colour(`tint-${tint}`, light)), colour('foam', light)]
    expect(new Set(all).size).toBe(tints.length + 1)
  })
})

describe('the computation', () => {
  it('agrees with the extremes of the definition', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  it('names a pair that falls short', () => {
    expect(shortOf(TEXT, [['line', 'foam']], 'day')).toEqual([expect.stringMatching(/^line on foam: 1\.\d\d$/)])
  })

  it('refuses a colour that the sheet does not have', () => {
    expect(() => colour('plaid', 'day')).toThrow('no colour --plaid')
  })
})
