import { validate } from 'uuid'
import { StartRefusal } from '@/server/start-refusal'

const USAGE = `Usage: npm run projections -- status
       npm run projections -- rebuild all
       npm run projections -- rebuild NAME …
       npm run projections -- parked
       npm run projections -- retry all
       npm run projections -- retry READER KEY
       npm run projections -- audit
       npm run projections -- heal NAME PART

  status    says how far each projection is behind the log
  rebuild   makes its rows anew from the log; the shop goes on, and shows the old rows until the new ones are there
  parked    lists the keys (of an order, a product …) that wait because a projection or a policy failed at an event
  retry     tries them again at once, and not when their pause is over
  audit     lists what was compared with the log, and the parts (a row, a product, a day) whose rows differ
  heal      makes the rows of one part anew from its first event, whatever they are now`

export type Order =
  | { verb: 'status' }
  | { verb: 'parked' }
  | { verb: 'audit' }
  | { verb: 'heal'; name: string; part: string }
  | { verb: 'rebuild'; names: readonly string[] }
  /** Without a key: whatever waits. */
  | { verb: 'retry'; one: { reader: string; key: string } | null }

/** The names of all that read the log. */
export type Known = { projections: readonly string[]; policies: readonly string[] }

const VERBS = ['status', 'parked', 'rebuild', 'retry', 'audit', 'heal']

/** Reads the command line. */
export function parseArguments([verb, ...words]: readonly string[], known: Known): Order {
  if (verb === undefined || [verb, ...words].includes('--help')) throw new StartRefusal(USAGE)
  if (!VERBS.includes(verb)) throw notUnderstood(verb)
  if (verb === 'rebuild') return parseRebuild(words, known.projections)
  if (verb === 'retry') return parseRetry(words, [...known.projections, ...known.policies])
  if (verb === 'heal') return parseHeal(words, known.projections)
  if (words[0] !== undefined) throw notUnderstood(words[0])
  return { verb: verb as 'status' | 'parked' | 'audit' }
}

function parseRebuild(names: readonly string[], known: readonly string[]): Order {
  if (names.length === 0) throw new StartRefusal(`Rebuild which?\n\n${USAGE}`)
  const unknown = names.find((name) => name !== 'all' && !known.includes(name))
  if (unknown !== undefined)
    throw new StartRefusal(`There is no projection called ${unknown}: there are ${known.join(', ')}, and all.`)
  return { verb: 'rebuild', names: names.includes('all') ? known : names }
}

function parseRetry([reader, key, strange]: readonly string[], known: readonly string[]): Order {
  if (reader === undefined) throw new StartRefusal(`Retry which?\n\n${USAGE}`)
  if (reader === 'all' && key === undefined) return { verb: 'retry', one: null }
  if (!known.includes(reader))
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
