import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { takeStamp } from './build-stamp'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tidemark-stamp-'))
  write('app/page.tsx', 'one')
  write('package-lock.json', '{}')
})
afterEach(() => rmSync(root, { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const stamp = (settings: string[] = []) => takeStamp(settings, root)

it.each([
  ['a page', 'app/page.tsx', true],
  ['a new file', 'server/read/cart/cart.view.ts', true],
  ['a dependency', 'package-lock.json', true],
  ['the settings of Next', 'next.config.ts', true],
  ['the proxy before every page', 'proxy.ts', true],
  ['a test', 'server/read/cart/cart.test.ts', false],
  ['what no page is made of', 'README.md', false],
  ['a script', 'bin/start.mjs', false],
])('when %s changes, an old build counts or not', (_, path, isOutdated) => {
  const before = stamp()
  write(path, 'two')
  expect(stamp() !== before).toBe(isOutdated)
})

it('builds again for another currency', () => {
  expect(stamp(['EUR'])).not.toBe(stamp(['GBP']))
})

it('does not build again for the same sources at another time', () => {
  const before = stamp()
  write('app/page.tsx', 'one')
  expect(stamp()).toBe(before)
})
