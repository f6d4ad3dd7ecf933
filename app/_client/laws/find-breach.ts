import fc from 'fast-check'
import type { Core } from './core'
import type { Law } from './laws'
import { play, schedules } from './schedule'
import type { World } from './world'

/** Tries laws over many schedules. Answers the first complaint with the story that led to it, or null. */
export function findBreach(
  tried: Core,
  tested: readonly Law[],
  settings: { numRuns: number; seed?: number },
): string | null {
  let complaint: string | null = null
  const holds = (world: World, when: Law['when']): boolean => {
    for (const law of tested) {
      const found = law.when === when ? law.complaint(world) : null
      if (found) complaint = `${law.name}: ${found}`
      if (found) return false
    }
    return true
  }
  const property = fc.property(schedules, (schedule) => play(tried, schedule, holds))
  const { failed, counterexample, errorInstance } = fc.check(property, settings)
  if (errorInstance instanceof Error && !complaint) throw errorInstance
  if (!failed) return null
  const [story] = counterexample ?? []
  return [complaint, `turns ${story?.takesTurns}, two ${story?.opensTwo}`, ...(story?.steps ?? []).map(String)].join(
    '\n',
  )
}
