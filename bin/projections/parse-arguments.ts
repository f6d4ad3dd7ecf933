import { validate } from 'uuid'
import { wholeName } from '@/server/engine/projections/partitions'
import { StartRefusal } from '@/server/start-refusal'

const USAGE = `Usage: npm run projections -- status
       npm run projections -- rebuild all
       npm run projections -- rebuild NAME …
       npm run projections -- pause | resume | cancel NAME …
       npm run projections -- return | drop NAME …
       npm run projections -- parked
       npm run projections -- retry all
       npm run projections -- retry READER KEY
       npm run projections -- audit
       npm run projections -- heal NAME PART

  status    says how far each projection is behind the log
  rebuild   makes its rows anew from the log; the shop goes on, and shows the old rows until the new ones are there
  pause, resume, cancel
            what to do with a rebuild that is under way; a worker goes on with one wherever it was
  return    shows the rows again that stood before the last rebuild, brought up to date; they are kept for a day
  drop      throws them away
  parked    lists the keys (of an order, a product …) that wait because a projection or a policy failed at an event
  retry     tries them again at once, and not when their pause is over
  audit     lists what was compared with the log, and the parts (a row, a product, a day) whose rows differ
  heal      makes the rows of one part anew from its first event, whatever they are now`

export type Order =
  | { verb: 'status' }
  | { verb: 'parked' }
  | { verb: 'audit' }
  | { verb: 'heal'; name: string; part: string }
  | { verb: RebuildVerb; names: readonly string[] }
  /** Without a key: whatever waits. */
  | { verb: 'retry'; one: { reader: string; key: string } | null }

type RebuildVerb = 'rebuild' | 'pause' | 'resume' | 'cancel' | 'return' | 'drop'

/** The names of all that read the log. */
export type Known = { projections: readonly string[]; policies: readonly string[] }

const REBUILD_VERBS: readonly string[] = ['rebuild', 'pause', 'resume', 'cancel', 'return', 'drop']
const VERBS = ['status', 'parked', 'retry', 'audit', 'heal', ...REBUILD_VERBS]

/** Reads the command line. */
export function parseArguments([verb, ...words]: readonly string[], known: Known): Order {
  if (verb === undefined || [verb, ...words].includes('--help')) throw new StartRefusal(USAGE)
  if (!VERBS.includes(verb)) throw notUnderstood(verb)
  if (REBUILD_VERBS.includes(verb)) return parseRebuild(verb as RebuildVerb, words, known.projections)
  if (verb === 'retry') return parseRetry(words, [...known.projections, ...known.policies])
  if (verb === 'heal') return parseHeal(words, known.projections)
  if (words[0] !== undefined) throw notUnderstood(words[0])
  return { verb: verb as 'status' | 'parked' | 'audit' }
}

function parseRebuild(verb: RebuildVerb, names: readonly string[], known: readonly string[]): Order {
  if (names.length === 0) throw new StartRefusal(`${verb[0]?.toUpperCase()}${verb.slice(1)} which?\n\n${USAGE}`)
  const unknown = names.find((name) => name !== 'all' && !known.includes(name))
  if (unknown !== undefined)
    throw new StartRefusal(`There is no projection called ${unknown}: there are ${known.join(', ')}, and all.`)
  return { verb, names: names.includes('all') ? known : names }
}

function parseRetry([reader, key, strange]: readonly string[], known: readonly string[]): Order {
  if (reader === undefined) throw new StartRefusal(`Retry which?\n\n${USAGE}`)
  if (reader === 'all' && key === undefined) return { verb: 'retry', one: null }
  if (!known.includes(wholeName(reader)))
    throw new StartRefusal(`There is no projection or policy called ${reader}: there are ${known.join(', ')}.`)
  if (key === undefined) throw new StartRefusal(`Which key of ${reader}? npm run projections -- parked lists them.`)
  if (!validate(key))
    throw new StartRefusal(`"${key}" is not a key: it is an id, as npm run projections -- parked lists it.`)
  if (strange !== undefined) throw notUnderstood(strange)
  return { verb: 'retry', one: { reader, key } }
}

function parseHeal([name, part, strange]: readonly string[], known: readonly string[]): Order {
  if (name === undefined) throw new StartRefusal(`Heal which?\n\n${USAGE}`)
  if (!known.includes(name))
    throw new StartRefusal(`There is no projection called ${name}: there are ${known.join(', ')}.`)
  if (part === undefined) throw new StartRefusal(`Which part of ${name}? npm run projections -- audit lists those.`)
  if (strange !== undefined) throw notUnderstood(strange)
  return { verb: 'heal', name, part }
}

const notUnderstood = (word: string) => new StartRefusal(`"${word}" is not understood.\n\n${USAGE}`)
