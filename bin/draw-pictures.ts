import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { icons } from '@iconify-json/fluent-emoji'
import { CATALOGUE } from '@/db/seed/catalogue/catalogue'
import { DRAWING_OF, FURTHER_PICTURES } from './draw-pictures/drawings'
import { standaloneSvg } from './draw-pictures/standalone-svg'

/**
 * Draws `public/pictures` anew and lists it in `app/_ui/pictures.ts`. To be run after a product of the demo shop was
 * given another picture: `npx tsx bin/draw-pictures.ts`. What it writes is committed; nothing else needs the icons.
 */
const names = [...new Set([...CATALOGUE.map(({ picture }) => picture), ...FURTHER_PICTURES])].sort()
const root = fileURLToPath(new URL('..', import.meta.url))

await mkdir(`${root}public/pictures`, { recursive: true })
const files = await Promise.all(names.map(draw))
await writeFile(`${root}app/_ui/pictures.ts`, listOf(names))
const kilobytes = Math.round(files.reduce((sum, svg) => sum + svg.length, 0) / 1000)
console.log(`${names.length} pictures, ${kilobytes} kB`)

async function draw(name: string): Promise<string> {
  const { body } = icons.icons[DRAWING_OF[name] ?? name] ?? {}
  if (!body) throw new Error(`The icon package has no drawing for "${name}"`)
  const svg = standaloneSvg(name, { body, width: icons.width ?? 32, height: icons.height ?? 32 })
  await writeFile(`${root}public/pictures/${name}.svg`, svg)
  return svg
}

function listOf(pictures: string[]): string {
  const lines = pictures.map((name) => `  '${name}',`)
  return `/** Every drawing in public/pictures. Written by bin/draw-pictures.ts. */
export const PICTURES = [
${lines.join('\n')}
] as const

`
}
