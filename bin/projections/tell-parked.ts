import { listParked } from '@/server/engine/parking/parked'
import { countWaiting, type WaitingKey } from '@/server/engine/parking/waiting'
import type { Projection } from '@/server/engine/projections/projection'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { policyReaders } from '@/server/policies/readers'
import type { ReadersDatabase } from './open-projector'

/** Lists the keys that wait, those that have waited longest first. */
export async function tellParked(
  { sql, policySql }: ReadersDatabase,
  projections: readonly Projection[],
): Promise<void> {
  const ofProjections = await listParked(sql, 'read.parked_key')
  const ofPolicies = policySql ? await listParked(policySql, 'write.parked_key') : []
  const all = [...ofProjections, ...ofPolicies]
  const waiting = await countWaiting(sql, definitions, all, [...projections, ...policyReaders()])
  if (waiting.length === 0) console.log('No key is parked.')
  for (const one of waiting) console.log(linesOf(one))
  if (!policySql) console.log('What waits for policies is not known here: set COMMAND_DATABASE_URL as well.')
}

function linesOf({ reader, key, type, reason, attempts, parkedAt, nextTryAt, waiting }: WaitingKey): string {
  const next = nextTryAt ? `next try ${momentOf(nextTryAt)}` : 'not tried again until a worker starts'
  return [
    `${reader} ${key}`,
    `  ${type}: ${reason.split('\n')[0]}`,
    `  ${counted(attempts, 'attempt')} since ${momentOf(parkedAt)}; ${next}; ${counted(waiting, 'event')} waiting`,
  ].join('\n')
}

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** To the second, and in UTC like the log. */
const momentOf = (utc: string) => `${new Date(utc).toISOString().slice(0, 19).replace('T', ' ')} UTC`
