import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = new URL('.', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const files = readdirSync(folder)
const sheets = files.filter((name) => name.endsWith('.module.css'))
const components = files.filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))

const tokens = new Set(read('tokens.css').match(/--[\w-]+(?=:)/g))
/** Set by the fonts and by the shells. */
const elsewhere = new Set(['--font-sans', '--font-serif', '--table-head-at'])

/** Every offence in every file, each with the file's name before it. */
function offences(names: string[], find: (text: string) => string[]): string[] {
  return names.flatMap((name) => find(read(name)).map((offence) => `${name}: ${offence.trim()}`))
}

describe('the stylesheets of the components', () => {
  it('use only tokens that exist', () => {
    const unknown = (sheet: string) =>
      [...sheet.matchAll(/var\((--[\w-]+)/g)]
        .map((match) => match[1] ?? '')
        .filter((token) => !tokens.has(token) && !elsewhere.has(token))
    expect(offences(sheets, unknown)).toEqual([])
  })

  it('take their colours from the tokens', () => {
    expect(offences(sheets, (sheet) => sheet.match(/#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(|\boklch\(/gi) ?? [])).toEqual([])
  })

  it('move nothing for those who asked for stillness', () => {
    const still = (sheet: string) => {
      const always = sheet.replaceAll(/@media \(prefers-reduced-motion: no-preference\) \{[\s\S]*?\n\}/g, '')
      const transitions = always.match(/transition:[^;]*/g) ?? []
      return [
        ...(always.match(/^\s*animation:.*/gm) ?? []),
        ...transitions.filter((transition) => !/var\(--(quick|calm)\)/.test(transition)),
      ]
    }
    expect(offences(sheets, still)).toEqual([])
  })
})

describe('the components', () => {
  it('name only classes that their stylesheet has', () => {
    const missing = (source: string) => {
      const sheet = source.match(/import styles from '\.\/([\w-]+\.module\.css)'/)?.[1]
      if (!sheet) return []
      const names = [...source.matchAll(/\bstyles\.(\w+)/g)].map((match) => match[1] ?? '')
      return names.filter((name) => !new RegExp(`\\.${name}\\b`).test(read(sheet)))
    }
    expect(offences(components, missing)).toEqual([])
  })

  it('write no style attribute: a strict content security policy drops it', () => {
    expect(offences(components, (source) => source.match(/\sstyle=\S*/g) ?? [])).toEqual([])
  })
})
