import { v7 } from 'uuid'
import { restUntil } from '../database/one-of-all'
import type { Sql } from '../database/postgres'
import type { Actor } from '../log/event'

/** All canaries stand in one stream. */
const KEY = '00000000-0000-5000-8000-00000000ca9a'
/** What happened within this time is as good as a canary. */
const SILENCE_MS = 15_000
const LOOK_EVERY_MS = 5000
/** A log in which nothing happened for so long has nobody who sings. */
export const TOO_SILENT_MS = 60_000

export type CanaryOptions = {
  sql: Sql
  actor: Actor
  onSang: () => void
  onError: (error: Error, about: string) => void
  silenceMs?: number
  lookEveryMs?: number
}

/**
 * A canary is an event that nobody reacts to. It takes the way of every other one, by wake-up, reading and checkpoint,
 * so a reader of the log that died cannot look well because nothing happens: docs/decisions/0035. One sings wherever the log was
 * silent for a while. Any number of workers may let it: who is second finds it sung.
 */
export function startCanary(options: CanaryOptions): { stop: () => Promise<void> } {
  const { onSang, onError, silenceMs = SILENCE_MS, lookEveryMs = LOOK_EVERY_MS } = options
  const stopping = new AbortController()
  const { signal } = stopping

  async function lookAgainAndAgain(): Promise<void> {
    while (!signal.aborted) {
      try {
        if (await singIfSilent(options, silenceMs)) onSang()
      } catch (error) {
        onError(error as Error, 'canary')
      }
      await restUntil(signal, lookEveryMs)
    }
  }

  const running = lookAgainAndAgain()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

async function singIfSilent({ sql, actor }: CanaryOptions, silenceMs: number): Promise<boolean> {
  const sung = await sql`
    insert into write.event (stream, key, type, shape, data, at, actor_kind, actor_id, command_id)
    select 'canary', ${KEY}, 'CanarySang', 1, '{}', now(), ${actor.kind}, ${actor.id}, ${v7()}
    where coalesce((select recorded_at < clock_timestamp() - ${silenceMs} * interval '1 millisecond'
      from write.event order by position desc limit 1), true)
    returning 1`
  return sung.length > 0
}
