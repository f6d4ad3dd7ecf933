import { createHash } from 'node:crypto'

/** A trace and its first span, as OpenTelemetry writes their ids. */
export type TraceStart = { traceId: string; spanId: string }

/** A browser's clock may be wrong: a click is taken to be no older than this. */
const MOST_CLICK_AGE_MS = 10 * 60_000

/**
 * The trace of a command follows from its id, which the browser makes at the click and every event carries into the
 * log. So whoever has an event in hand knows the trace, and nothing need be sent or stored for it.
 */
export function traceOf(commandId: string): TraceStart {
  const spanId = createHash('sha256').update(`first span of ${commandId}`).digest('hex').slice(0, 16)
  return { traceId: commandId.replaceAll('-', '').toLowerCase(), spanId }
}

/** When the id was made, by the clock of who made it, where it is a UUIDv7 that says something credible; else `now`. */
export function clickedAt(commandId: string, now: number): number {
  if (commandId[14] !== '7') return now
  const at = Number.parseInt(commandId.replaceAll('-', '').slice(0, 12), 16)
  return at <= now && now - at <= MOST_CLICK_AGE_MS ? at : now
}
