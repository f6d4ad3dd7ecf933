import { causesOf, type Found } from '@/server/health/causes'
import { eventsText, lagText } from '../../_freshness/freshness'

export type StandingWords = { tone: 'done' | 'pending' | 'attention'; text: string; sentence: string }

/** From here on being behind is no chance. */
export const TOO_LATE_MS = 5000

/** How the shop's readers are, in a line: the first of what holds them back, or how far they are. */
export function standingWords(found: Found): StandingWords {
  const [cause] = causesOf(found, TOO_LATE_MS)
  if (cause) return { tone: 'attention', text: cause.title, sentence: `${cause.sentence} ${cause.advice}` }
  const readers = found.survey?.readers ?? []
  const last = readers.toSorted((a, b) => b.lagMs - a.lagMs)[0]
  if (!last || last.behind === 0) return { tone: 'done', text: 'Up to date', sentence: 'Nothing is held back.' }
  const sentence = `${last.name} is furthest behind: ${eventsText(last.behind)}, for ${lagText(last.lagMs).toLowerCase()}.`
  return { tone: 'pending', text: 'Catching up', sentence }
}
