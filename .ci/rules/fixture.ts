import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Rule } from './rule'
import { readTexts } from './tree/read-texts'
import { treeOf } from './tree/tree'

const fixtures = fileURLToPath(new URL('./fixtures/', import.meta.url))
const goodTexts = readTexts(`${fixtures}good`)

/** The names of the folders that break one rule each. */
export const brokenFixtures: string[] = readdirSync(`${fixtures}broken`)

/** What the rules say about the good house. */
export function foundInGoodHouse(rules: Rule[]): string[] {
  return breachesIn(goodTexts, rules)
}

/** What the rules say about the good house with the broken files laid over it, and what these files expect. */
export function foundInBroken(fixture: string, rules: Rule[]): { found: string[]; expected: string[] } {
  const broken = readTexts(`${fixtures}broken/${fixture}`)
  return { found: breachesIn(new Map([...goodTexts, ...broken]), rules), expected: marksIn(broken, fixture) }
}

function breachesIn(texts: Map<string, string>, rules: Rule[]): string[] {
  const tree = treeOf(texts)
  const lines = rules.flatMap(({ name, breaches }) => breaches(tree).map(({ file, line }) => `${file}:${line} ${name}`))
  return [...new Set(lines)].sort()
}

/** A line that must be found says so itself, by a comment: `breaks`. */
function marksIn(texts: Map<string, string>, rule: string): string[] {
  const marks = [...texts].flatMap(([path, text]) =>
    text.split('\n').map((line, index) => (/ breaks\b/.test(line) ? `${path}:${index + 1} ${rule}` : '')),
  )
  return marks.filter(Boolean).sort()
}
