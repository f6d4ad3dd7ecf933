import type { Sql } from '@/server/engine/database/postgres'
import type { Actor, EventDefinitions } from '@/server/engine/log/event'
import { readStreams, type Step, standing, stepsOf } from '@/server/engine/log/history'
import type { ShopEvent } from '@/server/events/registry'
import { staff } from '../actor'
import { addressBookDocument, cartDocument, orderDocument, productDocument, type Remembered } from './documents'

/** Who acted. `name` is null for guests, and for people who were forgotten. */
export type Person = { kind: string; id: string; name: string | null }

/** One event of a life: who, when, by which command, and what it changed. */
export type Moment = Pick<Step, 'isBirth' | 'changes'> & {
  position: number
  at: string
  type: string
  /** In the words of whoever did it. */
  reason: string | null
  actor: Person
  commandId: string
  command: string | null
}

/** `standing` is how it stood at the moment that was asked for, and `until` the last event that counts in it. */
export type Life<View> = { moments: readonly Moment[]; standing: View | null; until: number | null }

export type History = ReturnType<typeof createHistory>

type HistoryOptions = { sql: Sql; definitions: EventDefinitions }

/** Up to an event, or up to a moment (ISO 8601 UTC), both included; else up to now. */
type Asking = { key: string; until?: { position?: number | undefined; at?: string | undefined }; actor: Actor }

/** What the log tells of one thing, for staff: its life event by event, and how it stood at any moment of it. */
export function createHistory(options: HistoryOptions) {
  return {
    order: (asking: Asking) => lifeOf(options, orderDocument, asking),
    product: (asking: Asking) => lifeOf(options, productDocument, asking),
    cart: (asking: Asking) => lifeOf(options, cartDocument, asking),
    addressBook: (asking: Asking) => lifeOf(options, addressBookDocument, asking),
  }
}

async function lifeOf<View, F extends ShopEvent>(
  { sql, definitions }: HistoryOptions,
  document: Remembered<View, F>,
  { key, until: { position = Number.POSITIVE_INFINITY, at } = {}, actor }: Asking,
): Promise<Life<View>> {
  if (!staff(actor)) throw new HistoryIsForStaff()
  const events = await readStreams(sql, definitions, await document.streams(sql, key))
  const counted = events.filter((one) => one.position <= position && (!at || Date.parse(one.at) <= Date.parse(at)))
  const told = stepsOf(document, key, events).filter(({ event }) => document.isTold?.(event) ?? true)
  const names = await namesOf(sql, told)
  return {
    moments: told.map((step) => toMoment(step, names)),
    standing: standing(document, key, counted),
    until: counted.at(-1)?.position ?? null,
  }
}

function toMoment({ event, isBirth, changes }: Step, names: Map<string, string | null>): Moment {
  const { position, at, type, data, commandId, command, actor } = event
  const { reason } = data as { reason?: string }
  const person = { ...actor, name: names.get(actor.id) ?? null }
  return { position, at, type, reason: reason ?? null, commandId, command, actor: person, isBirth, changes }
}

/** Accounts by their names; of customers without an account, what they are called now. */
async function namesOf(sql: Sql, steps: readonly Step[]): Promise<Map<string, string | null>> {
  const ids = [...new Set(steps.map(({ event }) => event.actor.id))]
  const rows = await sql<{ id: string; name: string | null }[]>`
    select id, coalesce(u.name, c.name) as name
    from unnest(${ids}::uuid[]) as asked (id) left join auth.user u using (id) left join write.customers c using (id)`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Pages ask who is there before; this is for whoever forgot to. */
class HistoryIsForStaff extends Error {
  constructor() {
    super('Only staff may read what the log tells.')
    this.name = 'HistoryIsForStaff'
  }
}
