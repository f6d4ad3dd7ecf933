import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

/** Not ours, or breaking rules on purpose. Other folders with a dot at the front belong to tools as well. */
const leftOut = new Set(['node_modules', 'test-results', 'playwright-report', '.ci/rules/fixtures'])

/** Every file below the root by its path. Only scripts have their text read: of the others the name alone counts. */
export function readTexts(root: string): Map<string, string> {
  return new Map(pathsBelow(root, '').map((path) => [path, /\.m?tsx?$|\.mjs$/.test(path) ? textOf(root, path) : '']))
}

function textOf(root: string, path: string): string {
  return readFileSync(posix.join(root, path), 'utf8')
}

function pathsBelow(root: string, folder: string): string[] {
  return readdirSync(posix.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (!entry.isDirectory()) return entry.isFile() ? [path] : []
    return isOurs(path, entry.name) ? pathsBelow(root, path) : []
  })
}

function isOurs(path: string, name: string): boolean {
  return name === '.ci' || (!name.startsWith('.') && !leftOut.has(path))
}
