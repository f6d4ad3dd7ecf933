import { expect, it } from 'vitest'
import { core } from './core'
import { findBreach } from './find-breach'
import { laws } from './laws'

/** So many files call it, each in a process of its own. */
const FILES = 4
const numRuns = Math.ceil(Number(process.env.TIDEMARK_SCHEDULES ?? 10_000) / FILES)

export function itKeepsAllLaws(): void {
  it(`keeps all laws over ${numRuns} schedules`, () => expect(findBreach(core, laws, { numRuns })).toBeNull(), 300_000)
}
