/** One drawing as the icon package keeps it: the inside of an `<svg>`, and the size of its view box. */
export type Drawing = { body: string; width: number; height: number }

const CUT_OUT = '<feFlood flood-opacity="0" result="BackgroundImageFix"/>'
const SHAPE = '<feBlend in="SourceGraphic" in2="BackgroundImageFix" result="shape"/>'
const ALPHA = /<feColorMatrix in="SourceAlpha" result="hardAlpha" values="[^"]*"\/>/g
const DROPPED_SHADOW = /<feColorMatrix (values="[^"]*")\/><feBlend in2="BackgroundImageFix" (result="[^"]*")\/>/g
const INNER_SHADOW = /<feBlend in2="([^"]*)" result="(effect\d+_innerShadow_[^"]*)"\/>/g

/** Turns a drawing into a small SVG file of its own, whose ids begin with its name and so clash with no other's. */
export function standaloneSvg(name: string, { body, width, height }: Drawing): string {
  const inside = prefixIds(name, mergeEqualDefinitions(shortenNumbers(lightenFilters(body))))
  const root = `xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" color-interpolation-filters="sRGB"`
  return `<svg ${root}>${inside}</svg>\n`
}

function lightenFilters(body: string): string {
  return body
    .replaceAll(' color-interpolation-filters="sRGB"', '')
    .replace(/(<filter[^>]*>)(.*?)<\/filter>/g, (_, open, steps) => `${open}${lightenSteps(steps)}</filter>`)
}

/**
 * The drawing program blends every filter with an empty background and takes the silhouette anew for each shadow.
 * It also paints inner shadows over the edge, which frays it; `atop` keeps them inside the shape.
 */
function lightenSteps(steps: string): string {
  const shape = steps.includes(SHAPE) ? 'SourceGraphic' : 'shape'
  let silhouettes = 0
  return steps
    .replace(CUT_OUT, '')
    .replace(SHAPE, '')
    .replaceAll('in2="shape"', `in2="${shape}"`)
    .replace(ALPHA, (first) => (silhouettes++ === 0 ? first : '<again/>'))
    .replaceAll('<again/><feOffset', '<feOffset in="hardAlpha"')
    .replace(DROPPED_SHADOW, '<feColorMatrix $1 $2/>')
    .replace(INNER_SHADOW, '<feComposite in2="$1" operator="atop" result="$2"/>')
    .replace(/ result="[^"]*"(?=[^<]*$)/, '')
    .replaceAll('hardAlpha', 'a')
    .replace(/effect(\d+)_[a-zA-Z]+_[\d_]+/g, 'e$1')
}

/** Four digits, at most three of them decimals, are a tenth of a pixel in a picture as wide as a screen. */
function shortenNumbers(body: string): string {
  return body.replace(
    / (d|[\w-]*[tT]ransform|[xyrd][xy12]?|c[xy]|width|height|stdDeviation|values)="([^"]*)"/g,
    shortened,
  )
}

function shortened(_: string, attribute: string, value: string): string {
  let before = ''
  const parts = value.match(/-?(?:\d+\.?\d*|\.\d+)|[^\d.-]+/g) ?? []
  const short = parts.map((part) => {
    const text = /\d/.test(part) ? shortNumber(part) : part
    const runsTogether = /\d$/.test(before) && /^[\d.]/.test(text) && !(text.startsWith('.') && before.includes('.'))
    before = text
    return runsTogether ? ` ${text}` : text
  })
  return ` ${attribute}="${short.join('')}"`
}

function shortNumber(text: string): string {
  const rounded = Number(Number(Number(text).toPrecision(4)).toFixed(3))
  return String(rounded).replace(/^(-?)0\./, '$1.')
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

function prefixIds(name: string, body: string): string {
  const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '')
  const renamed = new Map(ids.map((id, i) => [id, `${name}-${i.toString(36)}`]))
  return body
    .replace(/ id="([^"]*)"/g, (_, id) => ` id="${renamed.get(id)}"`)
    .replace(/url\(#([^)]*)\)/g, (_, id) => `url(#${renamed.get(id)})`)
    .replace(/href="#([^"]*)"/g, (_, id) => `href="#${renamed.get(id)}"`)
}
