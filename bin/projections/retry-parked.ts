import { listParked, makeDue } from '@/server/engine/parking/parked'
import { findReader } from '@/server/engine/projections/partitions'
import type { Projection } from '@/server/engine/projections/projection'
import { heal } from '@/server/engine/projector/heal'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { StartRefusal } from '@/server/start-refusal'
import type { ReadersDatabase } from './open-projector'

type Place = { reader: string; key: string }

/**
 * Tries one parked key again, or all of them. A projection is tried here; a policy acts by means that only the worker
 * has, so its key is made due. Answers whether none of them failed.
 */
export async function retryParked(
  database: ReadersDatabase,
  projections: readonly Projection[],
  one: Place | null,
): Promise<boolean> {
  const { sql, policySql } = database
  const parked = await listParked(sql, 'read.parked_key')
  const ofPolicies = policySql ? await listParked(policySql, 'write.parked_key') : []
  const wanted = [...parked, ...ofPolicies].filter(({ reader, key }) => !one || isSame(one, { reader, key }))
  if (one && wanted.length === 0) {
    const isPolicy = !findReader(projections, one.reader)
    if (isPolicy && !policySql) throw new StartRefusal('To retry for a policy, set COMMAND_DATABASE_URL as well.')
    throw new StartRefusal(
      `Nothing of ${one.key} waits for ${one.reader}: npm run projections -- parked lists what does.`,
    )
  }
  if (wanted.length === 0) console.log('No key is parked.')
  let isWell = true
  for (const place of wanted) isWell = (await retryOne(database, projections, place)) && isWell
  return isWell
}

async function retryOne(
  { sql, policySql }: ReadersDatabase,
  projections: readonly Projection[],
  { reader, key }: Place,
): Promise<boolean> {
  const projection = findReader(projections, reader)
  const say = (words: string) => console.log(`${reader} ${key}: ${words}`)
  if (!projection) {
    if (policySql) await makeDue(policySql, 'write.parked_key', reader, key)
    say('due now; the running worker tries it within a second')
    return true
  }
  const healed = await heal({ sql, definitions }, projection, key)
  if (healed === 'gone') say('somebody else is at it, or was quicker')
  if (healed === 'behind') say('too much comes in meanwhile; due now, a running worker tries it within a second')
  if (healed === 'healed') say('healed; everything that waited is in its rows')
  if (healed === 'failed') say(`failed again: ${await reasonOf(sql, { reader, key })}`)
  return healed !== 'failed'
}

async function reasonOf(sql: ReadersDatabase['sql'], place: Place): Promise<string> {
  const found = (await listParked(sql, 'read.parked_key')).find((one) => isSame(one, place))
  return found?.reason.split('\n')[0] ?? 'nothing more is known'
}

const isSame = (one: Place, other: Place) =>
  one.reader === other.reader && one.key.toLowerCase() === other.key.toLowerCase()
