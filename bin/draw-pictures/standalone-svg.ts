import { lightenFilters } from './lighten-filters'
import { shortenNumbers } from './shorten-numbers'

/** One drawing as the icon package keeps it: the inside of an `<svg>`, and the size of its view box. */
export type Drawing = { body: string; width: number; height: number }

/** Turns a drawing into a small SVG file of its own, whose ids begin with its name and so clash with no other's. */
export function standaloneSvg(name: string, { body, width, height }: Drawing): string {
  const light = mergeEqualDefinitions(shortenNumbers(lightenFilters(body)))
  const inside = prefixIds(name, shareRepeatedPaths(light))
  const root = `xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" color-interpolation-filters="sRGB"`
  return `<svg ${root}>${inside}</svg>\n`
}

function mergeEqualDefinitions(body: string): string {
  const firstByContent = new Map<string, string>()
  const sameAs = new Map<string, string>()
  const kept = body.replace(
    /<(linearGradient|radialGradient|filter) id="([^"]*)"(.*?)<\/\1>/g,
    (all, tag, id, rest) => {
      const first = firstByContent.get(tag + rest)
      if (first === undefined) firstByContent.set(tag + rest, id)
      else sameAs.set(id, first)
      return first === undefined ? all : ''
    },
  )
  return kept.replace(/url\(#([^)]*)\)/g, (_, id) => `url(#${sameAs.get(id) ?? id})`)
}

/** Most shapes are painted several times over, with another gradient each time: their outline is kept once. */
function shareRepeatedPaths(body: string): string {
  const count = new Map<string, number>()
  for (const [, d = ''] of body.matchAll(/ d="([^"]*)"/g)) count.set(d, (count.get(d) ?? 0) + 1)
  const shared = [...count].filter(([d, times]) => times * d.length > d.length + 40 + 20 * times).map(([d]) => d)
  const outlines = shared.map((d, i) => `<path id="outline${i}" d="${d}"/>`).join('')
  const used = body.replace(/<path( [^>]*?)?? d="([^"]*)"([^>]*)\/>/g, (all, before = '', d, after) => {
    const i = shared.indexOf(d)
    return i < 0 ? all : `<use href="#outline${i}"${before}${after}/>`
  })
  return outlines === '' ? used : `<defs>${outlines}</defs>${used}`
}

function prefixIds(name: string, body: string): string {
  const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '')
  const renamed = new Map(ids.map((id, i) => [id, `${name}-${i.toString(36)}`]))
  return body
    .replace(/ id="([^"]*)"/g, (_, id) => ` id="${renamed.get(id)}"`)
    .replace(/url\(#([^)]*)\)/g, (_, id) => `url(#${renamed.get(id)})`)
    .replace(/href="#([^"]*)"/g, (_, id) => `href="#${renamed.get(id)}"`)
}
