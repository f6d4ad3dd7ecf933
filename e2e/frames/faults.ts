import type { Look, Recording } from './recording'

/** Something that must hold in every frame. */
export type Watch = {
  /** Which of the things that were recorded, by their names. */
  what: RegExp
  /** On which pages, by heading: also by the headings that such a page has when it has lost everything. */
  on: RegExp
  /**
   * `stays`: once seen, it is there in every frame. `leaves`: it goes once, and does not come back. `changes`: it may go
   * and come, as something that was refused does; what it says may return to what it said.
   */
  which: 'stays' | 'leaves' | 'changes'
}

export type Fault = { is: 'vanished' | 'doubled' | 'remounted' | 'went back'; what: string; frames: number; look: Look }

/** Everything that a person could have seen flicker. */
export function faultsIn(recording: Recording, watches: readonly Watch[]): Fault[] {
  return watches.flatMap((watch) =>
    namesIn(recording, watch).flatMap((what) => [
      ...absences(recording, watch, what),
      ...doubles(recording, what),
      ...remounts(recording, watch, what),
      ...(watch.which === 'changes' ? [] : returns(recording, watch, what)),
    ]),
  )
}

/** For how many frames something was not there, or said again what it had said before. */
export const vanishingFrames = (faults: readonly Fault[]): number =>
  faults.filter(({ is }) => is === 'vanished' || is === 'went back').reduce((sum, { frames }) => sum + frames, 0)

function namesIn({ looks }: Recording, { what }: Watch): string[] {
  return [...new Set(looks.flatMap(({ sights }) => Object.keys(sights)))].filter((name) => what.test(name))
}

/** The looks on the watch's pages from the first one on that has it. */
function since({ looks }: Recording, { on }: Watch, what: string): Look[] {
  const relevant = looks.filter(({ heading }) => on.test(heading))
  const first = relevant.findIndex(({ sights }) => sights[what])
  return first < 0 ? [] : relevant.slice(first)
}

function absences(recording: Recording, watch: Watch, what: string): Fault[] {
  const looks = since(recording, watch, what)
  const lastSight = looks.findLastIndex(({ sights }) => sights[what])
  const missing = looks.filter(({ sights }, index) => !sights[what] && mustBeThere(watch, index, lastSight))
  return missing.map((look) => ({ is: 'vanished', what, frames: framesOf(recording, look), look }))
}

/** What may leave must not come back: before its last sight it is always there. */
function mustBeThere({ which }: Watch, index: number, lastSight: number): boolean {
  return which === 'stays' || (which === 'leaves' && index < lastSight)
}

function doubles(recording: Recording, what: string): Fault[] {
  const twice = recording.looks.filter(({ sights }) => (sights[what]?.count ?? 0) > 1)
  return twice.map((look) => ({ is: 'doubled', what, frames: framesOf(recording, look), look }))
}

/** Another node in its place, although the page in front is the same. */
function remounts(recording: Recording, { on }: Watch, what: string): Fault[] {
  return recording.looks.flatMap((look, index) => {
    const before = recording.looks[index - 1]
    const now = look.sights[what]
    if (!now || !before?.sights[what] || before.document !== look.document) return []
    const isSamePage = on.test(before.heading) && on.test(look.heading)
    const isSameNode = before.sights[what]?.node === now.node
    return isSamePage && !isSameNode ? [{ is: 'remounted', what, frames: 1, look }] : []
  })
}

/** It says again what it had said before it said something else. */
function returns(recording: Recording, watch: Watch, what: string): Fault[] {
  const looks = since(recording, watch, what).filter(({ sights }) => sights[what])
  const said = new Set<string>()
  let last: string | undefined
  return looks.flatMap((look) => {
    const now = look.sights[what]?.says ?? ''
    const isBack = now !== last && said.has(now)
    said.add(now)
    last = now
    return isBack ? [{ is: 'went back' as const, what, frames: framesOf(recording, look), look }] : []
  })
}

/** How many frames a look stood. At least one: what comes and goes between two frames is a fault as well. */
function framesOf({ looks }: Recording, look: Look): number {
  const next = looks[looks.indexOf(look) + 1]
  return next?.document === look.document ? Math.max(1, next.frame - look.frame) : 1
}
