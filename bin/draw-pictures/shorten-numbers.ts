const NUMERIC = / (d|[\w-]*[tT]ransform|[xyrd][xy12]?|c[xy]|width|height|stdDeviation|values)="([^"]*)"/g

/** Keeps four digits, at most three of them decimals: a tenth of a pixel in a picture as wide as a screen. */
export function shortenNumbers(body: string): string {
  return body.replace(NUMERIC, (_, attribute, value) => ` ${attribute}="${shortenIn(value)}"`)
}

function shortenIn(value: string): string {
  let before = ''
  return value.replace(/-?(?:\d+\.?\d*|\.\d+)|[^\d.-]+/g, (part) => {
    const text = /\d/.test(part) ? shortNumber(part) : part
    const gap = runTogether(before, text) ? ' ' : ''
    before = text
    return gap + text
  })
}

/** In path data ".5.25" is two numbers, but "1.25" is one, even where the 1 was ".999". */
function runTogether(before: string, text: string): boolean {
  if (!/\d$/.test(before) || !/^[\d.]/.test(text)) return false
  return !(text.startsWith('.') && before.includes('.'))
}

function shortNumber(text: string): string {
  const rounded = Number(Number(Number(text).toPrecision(4)).toFixed(3))
  return String(rounded).replace(/^(-?)0\./, '$1.')
}
