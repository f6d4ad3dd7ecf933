import { posix } from 'node:path'
import { type WrittenImport, writtenImports } from './imports'
import { parseFile, type SourceFile } from './source-file'

/** An import with what it leads to: a file of ours, or the name of a package. */
export interface Import extends WrittenImport {
  target?: string
  packageName?: string
}

/** Everything the rules look at: all file names, and every script parsed once. */
export interface Tree {
  paths: string[]
  files: SourceFile[]
  importsOf(path: string): Import[]
  file(path: string): SourceFile | undefined
}

const script = /\.(ts|tsx|mts|mjs)$/

/** Builds the tree from texts by path, so that a fixture can be laid over another one before anything is parsed. */
export function treeOf(texts: Map<string, string>): Tree {
  const paths = [...texts.keys()].sort()
  const files = paths.filter((path) => script.test(path)).map((path) => parseFile(path, texts.get(path) ?? ''))
  const byPath = new Map(files.map((file) => [file.path, file]))
  const imports = new Map(files.map((file) => [file.path, importsIn(file, texts)]))
  return { paths, files, importsOf: (path) => imports.get(path) ?? [], file: (path) => byPath.get(path) }
}

function importsIn(file: SourceFile, texts: Map<string, string>): Import[] {
  return writtenImports(file).map((written) => {
    const own = ownPath(file.path, written.specifier)
    if (own === undefined) return { ...written, packageName: packageOf(written.specifier) }
    return { ...written, target: endings.map((ending) => own + ending).find((path) => texts.has(path)) }
  })
}

const endings = ['', '.ts', '.tsx', '.mts', '.mjs', '/index.ts', '/index.tsx']

function ownPath(importer: string, specifier: string): string | undefined {
  if (specifier.startsWith('@/')) return posix.normalize(specifier.slice(2))
  if (/^\.{1,2}(\/|$)/.test(specifier)) return posix.join(posix.dirname(importer), specifier)
  return undefined
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
