import { KEPT_UNDER, type PageRecording, type Sight } from './recording'

// Runs in the page, before anything of the page does: bundled and added as an init script (see `watch-frames.ts`).

/** What is watched, and what tells one from the other. */
const WATCHED = [
  { name: 'cart', selector: 'header a[href="/cart"]' },
  { name: 'line', selector: 'main li:has(form[id^="line-"])', key: (li: Element) => li.querySelector('form')?.id },
  { name: 'order', selector: 'main li:has(article h2 a)', key: (li: Element) => li.querySelector('h2')?.textContent },
  { name: 'ordered', selector: 'main ul[aria-label="What was ordered"] > li', key: linkOf },
  { name: 'standing', selector: 'main ol[aria-label="What has happened"]' },
  { name: 'row', selector: 'main tbody tr', key: linkOf },
]

const recording: PageRecording = { document: performance.timeOrigin, frames: 0, looks: [], shifts: [] }
const numbers = new WeakMap<Element, number>()
let lastNumber = 0
let lastSeen = ''
let lastValues = ''
/** Whether the page was not there yet when it was looked at. */
let isDue = true

function look(): void {
  const main = document.querySelector('main')
  isDue = !main || !isParsed(main)
  if (!main || isDue) return
  const seen = { heading: main.querySelector('h1')?.textContent ?? '', sights: sightsNow() }
  const text = JSON.stringify(seen)
  if (text === lastSeen) return
  lastSeen = text
  recording.looks.push({ document: recording.document, frame: recording.frames, at: performance.now(), ...seen })
}

function sightsNow(): Record<string, Sight> {
  const sights: Record<string, Sight> = {}
  for (const { name, selector, key } of WATCHED) {
    for (const element of document.querySelectorAll(selector)) {
      const which = key?.(element)
      if (key && !which) continue
      const full = which ? `${name} ${which}` : name
      const before = sights[full]
      if (before) before.count += 1
      else sights[full] = { count: 1, says: wordsOf(element), node: numberOf(element) }
    }
  }
  return sights
}

/** Whether the parser is done with it: what follows it has begun. */
function isParsed(element: Element): boolean {
  if (document.readyState !== 'loading') return true
  for (let each: Element | null = element; each; each = each.parentElement) if (each.nextElementSibling) return true
  return false
}

/** What a person reads on it. A dialog that stands in a table's cell is not part of the row. */
function wordsOf(element: Element): string {
  const cells = [...element.querySelectorAll('td')].filter((cell) => !cell.querySelector('dialog'))
  if (cells.length > 0) return cells.map(({ textContent }) => textContent).join(' ')
  const figures = [...element.querySelectorAll<HTMLInputElement>('input:not([type=hidden])')].map(({ value }) => value)
  return [element.textContent, ...figures].join(' ')
}

function numberOf(element: Element): number {
  const number = numbers.get(element) ?? ++lastNumber
  numbers.set(element, number)
  return number
}

function linkOf(element: Element): string | undefined {
  return element.querySelector('a')?.pathname
}

/** The one thing that changes on a page without a mutation. */
function valuesNow(): string {
  return [...document.querySelectorAll('input')].map(({ value }) => value).join()
}

/** In each frame, though only where it may be another than the one before: that is for every mutation to say. */
function frame(): void {
  recording.frames += 1
  const values = valuesNow()
  if (isDue || values !== lastValues) look()
  lastValues = values
  requestAnimationFrame(frame)
}

type LayoutShift = PerformanceEntry & {
  value: number
  hadRecentInput: boolean
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[]
}

function noteShifts(entries: PerformanceEntry[]): void {
  for (const { startTime, value, hadRecentInput, sources } of entries as LayoutShift[]) {
    if (hadRecentInput) continue
    const moved = sources.map(
      (source) => `${nameOf(source.node)} ${placeOf(source.previousRect)} to ${placeOf(source.currentRect)}`,
    )
    const heading = document.querySelector('main h1')?.textContent ?? ''
    recording.shifts.push({ document: recording.document, at: startTime, heading, value, moved })
  }
}

const nameOf = (node: Node | null) =>
  node instanceof Element ? `${node.localName}.${node.className}` : `“${node?.textContent ?? ''}”`
const placeOf = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].map(Math.round).join(' ')

const shifts = new PerformanceObserver((list) => noteShifts(list.getEntries()))
shifts.observe({ type: 'layout-shift', buffered: true })
new MutationObserver(look).observe(document, {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['id', 'href', 'value', 'type', 'aria-label'],
})
requestAnimationFrame(frame)

function keep(): void {
  noteShifts(shifts.takeRecords())
  sessionStorage.setItem(`${KEPT_UNDER}${recording.document}`, JSON.stringify(recording))
}

/** Forgets what was seen; what is there now is seen anew. */
function startOver(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(KEPT_UNDER)) sessionStorage.removeItem(key)
  noteShifts(shifts.takeRecords())
  Object.assign(recording, { frames: 0, looks: [], shifts: [] })
  lastSeen = ''
  look()
}

addEventListener('pagehide', keep)
Object.assign(window, { keepFrames: keep, startFramesOver: startOver })
