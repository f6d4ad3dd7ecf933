import { findCheckpoint } from '@/server/engine/log/checkpoint'
import { ageOf } from '@/server/engine/projections/members'
import { findReader, wholeName } from '@/server/engine/projections/partitions'
import type { Projection } from '@/server/engine/projections/projection'
import { isBeingRebuilt } from '@/server/engine/rebuilding/rebuild'
import { type Standing, surveyReaders } from '@/server/engine/watching/survey'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { policyReaders } from '@/server/policies/readers'
import type { ReadersDatabase } from './open-projector'

/** Says of each reader of the log how far it is behind, and whether its rows are as this release makes them. */
export async function tellStatus(
  { sql, policySql }: ReadersDatabase,
  projections: readonly Projection[],
): Promise<void> {
  const readers = [...projections, ...policyReaders()]
  const survey = await surveyReaders({ sql, log: policySql ?? sql, policySql, definitions, readers })
  for (const one of survey.readers) {
    const projection = one.kind === 'projection' && findReader(projections, one.name)
    const notes = [placeOf(one), ...(projection ? await notesOn(sql, projection) : [])]
    console.log(`${one.name.padEnd(NAME_WIDTH)} ${notes.filter(Boolean).join('; ')}`)
  }
  if (!policySql) console.log('How policies stand is not known here: set COMMAND_DATABASE_URL as well.')
}

const NAME_WIDTH = 40

function placeOf({ behind, lagMs, parked }: Standing): string {
  const waiting = parked.length > 0 ? `; ${parked.length} ${parked.length === 1 ? 'key' : 'keys'} parked` : ''
  return (behind > 0 ? `${behind} events behind, for ${durationOf(lagMs)}` : 'up to date') + waiting
}

async function notesOn(sql: ReadersDatabase['sql'], projection: Projection): Promise<(string | false)[]> {
  const checkpoint = await findCheckpoint(sql, 'read.checkpoint', projection.name)
  return [
    checkpoint !== null &&
      ageOf(checkpoint, projection) === 'outdated' &&
      'rows are outdated: the worker rebuilds them',
    (await isBeingRebuilt(sql, wholeName(projection.name))) && 'a rebuild is begun',
  ]
}

function durationOf(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 120_000) return `${(ms / 1000).toFixed(1)} s`
  return `${Math.round(ms / 60_000)} min`
}
