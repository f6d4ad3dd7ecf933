import { setImmediate as nextTurn } from 'node:timers/promises'
import type { TransactionSql } from '../database/postgres'
import { sentTogether } from '../database/sent-together'
import type { Last } from '../database/transaction'
import {
  advanceCheckpoints,
  advancing,
  type Checkpoint,
  lockCheckpoints,
  lockStandings,
  type Patience,
  type Place,
  type RowsSchema,
} from '../log/checkpoint'
import type { EventDefinitions, Recorded } from '../log/event'
import { readNew, type Step } from '../log/read-new'
import { inTurn, rested } from '../pacing/in-turn'
import { type ParkedTable, parkedKeysOf } from '../parking/parked'
import { apply, applyOrPark, beginToApply } from '../parking/poison'
import { MARKS_CHANNEL, movedOn, writeAnnouncement } from '../projections/announcement'
import { type Group, groupByPlace, type Member, membersOf, nameOf, onePlace } from '../projections/members'
import type { Projection, Touched } from '../projections/projection'
import type { RecentRows } from '../rows/recent-rows'
import { inTime, type ReadAhead } from './read-ahead'

/** Events of a batch, unless said otherwise. */
export const BATCH_SIZE = 1000

/** What a step did for one projection. `more`: there is more to read at once. */
export type Stepped = { projection: Projection; events: number; checkpoint: Checkpoint; more: boolean }

export type StepDone = {
  stepped: Stepped[]
  /** Their rows can only be made anew. */
  outdated: Projection[]
  /** Nobody gave them a checkpoint, or another worker holds it. */
  missing: Projection[]
}

export type StepOptions = {
  definitions: EventDefinitions
  batchSize?: number | undefined
  patience?: Patience
  /** What becomes of an event that a projection throws at: the step fails, or the event's key is parked. */
  poison?: 'throw' | 'park' | undefined
  ahead?: ReadAhead | undefined
  /**
   * Where they stood when we saw them last: so what is new can be asked for while that is being looked up. `found` is
   * what comes after it, where that was read beforehand.
   */
  expected?: (Place & { found?: Step | undefined }) | null | undefined
  /**
   * One projection after another, each after a rest as long as the one before it worked, so that those in a hurry find
   * a server and a thread that are not busy for long. Not where there is a long way to go.
   */
  isUnhurried?: boolean | undefined
  /** What is remembered of the rows behind this transaction. */
  recent?: RecentRows | undefined
  /** Ends the transaction with the step's last statements. */
  last?: Last | undefined
  /** The step's beginning, where it was made already. */
  looked?: Promise<Look> | undefined
  /** Told before the last statements are sent, where all will stand at one place: the next step may begin behind them. */
  onward?: ((place: Place) => void) | undefined
  /** The transaction began with `LOOK_UP_BY_KEY` and the schema in its search path. */
  isSetUp?: boolean | undefined
}

/**
 * Projections look rows up by their keys. A plan that was made while the table was small would read all of it, and be
 * kept while the table grows.
 */
export const LOOK_UP_BY_KEY = { enable_seqscan: 'off', enable_hashjoin: 'off', enable_mergejoin: 'off' }

/**
 * One batch for each of the projections, in the caller's transaction. Those that stand at the same place share the
 * reading of the log, and all of them the round trips. Under "repeatable read" all that had no more to read than a batch
 * end at the same place.
 */
export async function step(
  tx: TransactionSql,
  options: StepOptions,
  projections: readonly Projection[],
  schema: RowsSchema,
): Promise<StepDone> {
  const { definitions, batchSize = BATCH_SIZE, poison = 'throw', ahead, isUnhurried, last, onward } = options
  const { checkpoints, parked, guess } = await (options.looked ?? look(tx, options, projections, schema))
  const members = membersOf(projections, checkpoints)
  options.recent?.keepOf(members)
  const groups = groupByPlace(members.filter(({ age }) => age === 'current'))
  const context = {
    tx,
    definitions,
    batchSize,
    ahead,
    isUnhurried,
    last,
    guess,
    parked,
    parking: poison === 'park' ? (`${schema}.parked_key` as const) : null,
  }
  const stepped = (group: Group) => stepGroup(context, group)
  // Where savepoints are set, one goes after another: they lie inside each other, and who goes back to one takes along
  // what others did since.
  const done = (await (context.parking ? inTurn(groups, stepped) : sentTogether(groups.map(stepped)))).flat()
  const moved = done.filter((one): one is GroupStepped & { next: Place } => one.next !== null)
  const place = moved.length === projections.length ? onePlace(moved.map(({ next }) => next)) : null
  if (place?.target === null) onward?.(place)
  if (moved.length > 0) await advance(tx, schema, moved, last)
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

/** Where projections stand, and what is new behind the place where they are expected. */
export type Look = {
  checkpoints: Checkpoint[]
  parked: ReadonlyMap<string, ReadonlySet<string>>
  guess: { place: string; types: readonly string[]; found: Step } | null
}

/** The beginning of a step: one journey to the server. */
export async function look(
  tx: TransactionSql,
  { definitions, batchSize = BATCH_SIZE, patience = 'wait', ahead, expected, isSetUp }: StepOptions,
  projections: readonly Projection[],
  schema: RowsSchema,
): Promise<Look> {
  const names = projections.map(({ name }) => name)
  const types = typesOf(projections)
  const [{ checkpoints, parked }, , found] = await sentTogether([
    standings(tx, schema, names, patience),
    isSetUp ? null : tx`select ${settings(tx, schema)}`,
    expected && (expected.found ?? readNew(tx, definitions, expected, types, batchSize, ahead?.ways)),
  ])
  return { checkpoints, parked, guess: expected && found ? { place: nameOf(expected), types, found } : null }
}

/** Whoever waits for a lock reads what is parked after that: his partner may have parked it. */
async function standings(tx: TransactionSql, schema: RowsSchema, names: readonly string[], patience: Patience) {
  if (patience === 'leave') return lockStandings(tx, schema, names)
  const [checkpoints, parked] = await sentTogether([
    lockCheckpoints(tx, `${schema}.checkpoint`, names, patience),
    parkedKeysOf(tx, `${schema}.parked_key`, names),
  ])
  return { checkpoints, parked }
}

function settings(tx: TransactionSql, schema: RowsSchema) {
  const all = Object.entries({ ...LOOK_UP_BY_KEY, search_path: schema })
  return all.reduce((done, [name, value]) => tx`${done}, set_config(${name}, ${value}, true)`, tx`null`)
}

/** `written`: what is done when the last statements are, where they may be left under way. */
type MemberStepped = { events: number; touched: Touched; written?: Promise<unknown> }
type GroupStepped = Member & MemberStepped & { next: Place | null; more: boolean }

type Context = {
  tx: TransactionSql
  definitions: EventDefinitions
  batchSize: number
  ahead: ReadAhead | undefined
  isUnhurried: boolean | undefined
  last: Last | undefined
  guess: Look['guess']
  parked: Look['parked']
  parking: ParkedTable | null
}

async function stepGroup(context: Context, group: Group): Promise<GroupStepped[]> {
  const { tx, definitions, batchSize, parking, ahead, isUnhurried, guess } = context
  const place = group[0].checkpoint
  const types = typesOf(group.map(({ projection }) => projection))
  const guessed =
    guess?.place === nameOf(place) && types.every((type) => guess.types.includes(type)) ? guess.found : null
  const read = () => readNew(tx, definitions, place, types, batchSize, ahead?.ways)
  const onItsWay = guessed ? undefined : ahead?.take(place)
  const found = guessed ?? (await (onItsWay ? inTime(onItsWay, read) : read()))
  const { events, next, more } = found
  if (next?.target) ahead?.start(next)
  const stepped = (member: Member) =>
    stepMember(context, member, events).then((one) => ({ ...member, ...one, next, more }))
  if (parking) return inTurn(group, stepped)
  return isUnhurried && !more ? inTurn(group, rested(stepped)) : sentTogether(group.map(stepped))
}

async function stepMember(
  { tx, parked, parking, isUnhurried, last }: Context,
  { projection }: Member,
  events: readonly Recorded[],
): Promise<MemberStepped> {
  const waiting = parked.get(projection.name)
  const { handles, takes } = projection
  const own = events.filter(({ type, key }) => handles.includes(type) && !waiting?.has(key) && (!takes || takes(key)))
  if (own.length === 0) return { events: 0, touched: [] }
  if (last && !parking && !isUnhurried) return { events: own.length, ...(await beginToApply(tx, projection, own)) }
  const touched = parking ? await applyOrPark(tx, parking, projection, own) : await apply(tx, projection, own)
  return { events: own.length, touched }
}

async function advance(
  tx: TransactionSql,
  schema: RowsSchema,
  moved: readonly (GroupStepped & { next: Place })[],
  last: Last | undefined,
): Promise<void> {
  const advances = moved.map(({ checkpoint, next }) => ({ from: checkpoint, to: next }))
  const announcement = writeAnnouncement(moved.map(({ checkpoint, touched }) => movedOn(checkpoint, touched ?? null)))
  const announced = schema === 'read' ? { channel: MARKS_CHANNEL, payload: announcement } : undefined
  if (!last) return advanceCheckpoints(tx, `${schema}.checkpoint`, advances, announced)
  // What was left under way has been sent by then, and stands before the COMMIT.
  await nextTurn()
  await sentTogether([
    ...moved.map(({ written }) => written),
    last(advancing(tx, `${schema}.checkpoint`, advances, announced)),
  ])
}

const typesOf = (projections: readonly Projection[]) => [...new Set(projections.flatMap(({ handles }) => handles))]
