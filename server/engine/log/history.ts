import type { AnySql } from '../database/postgres'
import { type Change, difference, type NameOf } from './difference'
import type { EventDefinitions, Fact, Recorded } from './event'
import { EVENT_COLUMNS, type EventRow, recordedEvents } from './log'

/** A stream of the log: everything that happened to one thing. */
export type StreamKey = { stream: string; key: string }

/** Anything that a pure function folds from the events of few streams: a row of a read model, for instance. */
export type Document<View, F extends Fact = Fact> = {
  handles: readonly F['type'][]
  apply: (view: View | null, event: Recorded<F>, key: string) => View | null
  nameOf?: NameOf
}

/** An event with the name of the command that recorded it; null for one that no command did. */
export type Told<F extends Fact = Fact> = Recorded<F> & { stream: string; command: string | null }

/** An event of a document's life, and what it changed in it. */
export type Step<F extends Fact = Fact> = { event: Told<F>; isBirth: boolean; changes: readonly Change[] }

/**
 * Every event of these streams, in order: read from the log itself by its index on streams, so it is never behind, and
 * quick however long the log is.
 */
export async function readStreams(
  sql: AnySql,
  definitions: EventDefinitions,
  streams: readonly StreamKey[],
): Promise<Told[]> {
  const rows = await sql<(EventRow & { stream: string; command: string | null })[]>`
    select ${sql.unsafe(EVENT_COLUMNS)}, e.stream, l.name as command
    from jsonb_to_recordset(${sql.json(streams as never)}) as wanted (stream text, key uuid)
    join write.event e using (stream, key)
    left join write.command_ledger l on l.id = e.command_id
    order by e.position`
  const events = await recordedEvents(sql, definitions, rows)
  return events.map((event, index) => ({
    ...event,
    stream: rows[index]?.stream ?? '',
    command: rows[index]?.command ?? null,
  }))
}

/** How the document stood after the last of these events; null where there was none. */
export function standing<View, F extends Fact>(
  document: Document<View, F>,
  key: string,
  events: readonly Told[],
): View | null {
  return events.reduce<View | null>((view, event) => applied(document, key, view, event), null)
}

/** The document's life, event by event, each with what it changed. */
export function stepsOf<View, F extends Fact>(
  document: Document<View, F>,
  key: string,
  events: readonly Told[],
): Step[] {
  let before: View | null = null
  return events.map((event) => {
    const after = applied(document, key, before, event)
    const step = {
      event,
      isBirth: before === null && after !== null,
      changes: difference(before, after, document.nameOf),
    }
    before = after
    return step
  })
}

function applied<View, F extends Fact>(
  { handles, apply }: Document<View, F>,
  key: string,
  view: View | null,
  event: Told,
): View | null {
  return handles.includes(event.type) ? apply(view, event as unknown as Recorded<F>, key) : view
}
