import { StartRefusal } from '@/server/start-refusal'

const USAGE = `Usage: npm run projections -- status
       npm run projections -- rebuild all
       npm run projections -- rebuild NAME …

  status    says how far each projection is behind the log
  rebuild   makes its rows anew from the log; the shop goes on, and shows the old rows until the new ones are there`

export type Order = { verb: 'status' } | { verb: 'rebuild'; names: readonly string[] }

/** Reads the command line. `known` are the names of all projections. */
export function parseArguments([verb, ...names]: readonly string[], known: readonly string[]): Order {
  if (verb === undefined || [verb, ...names].includes('--help')) throw new StartRefusal(USAGE)
  const strange = verb === 'status' ? names[0] : verb === 'rebuild' ? undefined : verb
  if (strange !== undefined) throw new StartRefusal(`"${strange}" is not understood.\n\n${USAGE}`)
  if (verb === 'status') return { verb }
  if (names.length === 0) throw new StartRefusal(`Rebuild which?\n\n${USAGE}`)
  const unknown = names.find((name) => name !== 'all' && !known.includes(name))
  if (unknown !== undefined)
    throw new StartRefusal(`There is no projection called ${unknown}: there are ${known.join(', ')}, and all.`)
  return { verb: 'rebuild', names: names.includes('all') ? known : names }
}
