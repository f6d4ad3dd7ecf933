import { MARKS_CHANNEL, writeAnnouncement } from './announcement'
import { advanceCheckpoints, type Checkpoint, lockCheckpoints, type Patience, type Place } from './checkpoint'
import type { EventDefinitions, Recorded } from './event'
import type { TransactionSql } from './postgres'
import type { Projection, Touched } from './projection'
import { readNew } from './read-new'
import { sentTogether } from './sent-together'

/** Where rows stand: those that queries read, and those of a rebuild that is not finished. */
export type RowsSchema = 'read' | 'read_next'

/** What a step did for one projection. `more`: there is more to read at once. */
export type Stepped = { projection: Projection; events: number; checkpoint: Checkpoint; more: boolean }

export type StepDone = {
  stepped: Stepped[]
  /** Their rows can only be made anew. */
  outdated: Projection[]
  /** Nobody gave them a checkpoint, or another worker holds it. */
  missing: Projection[]
}

export type StepOptions = { definitions: EventDefinitions; batchSize?: number | undefined; patience?: Patience }

/**
 * One batch for each of the projections, in the caller's transaction. Those that stand at the same place share the
 * reading of the log, and all of them the round trips. Under "repeatable read" all that had no more to read than a batch
 * end at the same place.
 */
export async function step(
  tx: TransactionSql,
  { definitions, batchSize = 1000, patience = 'wait' }: StepOptions,
  projections: readonly Projection[],
  schema: RowsSchema,
): Promise<StepDone> {
  const names = projections.map(({ name }) => name)
  const [checkpoints] = await sentTogether([
    lockCheckpoints(tx, `${schema}.checkpoint`, names, patience),
    tx`select ${settings(tx, schema)}`,
  ])
  const members = membersOf(projections, checkpoints)
  const groups = groupByPlace(members.filter(({ age }) => age === 'current'))
  const done = (await sentTogether(groups.map((group) => stepGroup(tx, definitions, group, batchSize)))).flat()
  const moved = done.filter((one): one is GroupStepped & { next: Place } => one.next !== null)
  if (moved.length > 0) await advance(tx, schema, moved)
  return {
    stepped: [
      ...done.map(({ projection, checkpoint, events, next, more }) => ({
        projection,
        events,
        checkpoint: next ? { ...checkpoint, ...next, counter: checkpoint.counter + 1 } : checkpoint,
        more,
      })),
      ...members.filter(({ age }) => age === 'newer').map((member) => ({ ...member, events: 0, more: false })),
    ],
    outdated: members.filter(({ age }) => age === 'outdated').map(({ projection }) => projection),
    missing: projections.filter(({ name }) => !checkpoints.some((one) => one.name === name)),
  }
}

/**
 * Projections look rows up by their keys. A plan that was made while the table was small would read all of it, and be
 * kept while the table grows.
 */
function settings(tx: TransactionSql, schema: RowsSchema) {
  return tx`
    set_config('search_path', ${schema}, true), set_config('enable_seqscan', 'off', true),
    set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`
}

type Age = 'outdated' | 'current' | 'newer'
type Member = { projection: Projection; checkpoint: Checkpoint; age: Age }

function membersOf(projections: readonly Projection[], checkpoints: readonly Checkpoint[]): Member[] {
  const byName = new Map(checkpoints.map((one) => [one.name, one]))
  return projections.flatMap((projection) => {
    const checkpoint = byName.get(projection.name)
    return checkpoint ? [{ projection, checkpoint, age: ageOf(checkpoint, projection) }] : []
  })
}

/** Rows of a later version belong to a worker of a later release, which keeps them up to date beside this one. */
export function ageOf(checkpoint: Checkpoint, { version, settings = '' }: Projection): Age {
  if (checkpoint.version !== version) return checkpoint.version > version ? 'newer' : 'outdated'
  return checkpoint.settings === settings ? 'current' : 'outdated'
}

type Group = [Member, ...Member[]]

function groupByPlace(members: readonly Member[]): Group[] {
  const groups = new Map<string, Group>()
  for (const member of members) {
    const { snapshot, target, reached } = member.checkpoint
    const place = `${snapshot} ${target} ${reached}`
    const group = groups.get(place)
    if (group) group.push(member)
    else groups.set(place, [member])
  }
  return [...groups.values()]
}

type GroupStepped = Member & { events: number; touched: Touched; next: Place | null; more: boolean }

async function stepGroup(
  tx: TransactionSql,
  definitions: EventDefinitions,
  group: Group,
  batchSize: number,
): Promise<GroupStepped[]> {
  const types = [...new Set(group.flatMap(({ projection }) => projection.handles))]
  const { events, next, more } = await readNew(tx, definitions, group[0].checkpoint, types, batchSize)
  return sentTogether(
    group.map(async (member) => {
      const own = events.filter(({ type }) => member.projection.handles.includes(type))
      const touched = own.length > 0 ? await apply(tx, member.projection, own) : []
      return { ...member, events: own.length, touched, next, more }
    }),
  )
}

async function apply(tx: TransactionSql, projection: Projection, events: readonly Recorded[]): Promise<Touched> {
  try {
    return (await projection.apply(tx, events)) ?? [...new Set(events.map(({ key }) => key))]
  } catch (error) {
    throw new ProjectionFailed(projection.name, error)
  }
}

async function advance(
  tx: TransactionSql,
  schema: RowsSchema,
  moved: readonly (GroupStepped & { next: Place })[],
): Promise<void> {
  const advances = moved.map(({ checkpoint, next }) => ({ from: checkpoint, to: next }))
  const announcement = writeAnnouncement(
    moved.map(({ projection, checkpoint, touched }) => ({
      projection: projection.name,
      counter: checkpoint.counter + 1,
      keys: touched ?? null,
    })),
  )
  await sentTogether([
    advanceCheckpoints(tx, `${schema}.checkpoint`, advances),
    schema === 'read' && tx`select pg_notify(${MARKS_CHANNEL}, ${announcement})`,
  ])
}

/** A projection threw at an event that it was given. Nothing of the step stays, for any of the projections in it. */
export class ProjectionFailed extends Error {
  readonly projection: string

  constructor(projection: string, cause: unknown) {
    super(`${projection} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'ProjectionFailed'
    this.projection = projection
  }
}
