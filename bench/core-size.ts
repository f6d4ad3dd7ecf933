import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** What decides: the journal, the fold, the gate, who sends when. It knows a browser only by the interfaces it is given. */
const CORE = ['consistency']
/** The doors to a browser that fill these interfaces in, a few lines each; what a page imports besides. */
const DOORS = [
  'journal/disk',
  'journal/refusal-book',
  'journal/own-cookies',
  'views/tabs',
  'sending/turn',
  'sending/network',
  'views/read-door',
  'commands/optimistic-command',
  'commands/new-id',
]

export type CoreSize = { coreGzipBytes: number; coreAndDoorsGzipBytes: number }

/**
 * How much the client half of the engine weighs, bundled and minified as one file, without React and TanStack Query. The
 * hooks (React) and the stream of announcements (which only says when to ask) are not part of it.
 */
export async function measureCore(): Promise<CoreSize> {
  return { coreGzipBytes: await gzipBytes(CORE), coreAndDoorsGzipBytes: await gzipBytes([...CORE, ...DOORS]) }
}

async function gzipBytes(names: readonly string[]): Promise<number> {
  const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
  const { outputFiles } = await build({
    stdin: { contents: names.map((name) => `export * from '@/app/_client/${name}'`).join('\n'), resolveDir: root },
    absWorkingDir: root,
    alias: { '@': root },
    external: ['react', '@tanstack/react-query'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  const [file] = outputFiles
  if (!file) throw new Error('The client half of the engine was not bundled.')
  return gzipSync(file.contents, { level: 9 }).length
}
