import { createHash } from 'node:crypto'
import type { Actor } from '../log/event'

/** Same command, same input, same person. Keys are sorted so that the order in which a client writes them is nothing. */
export function fingerprintOf(name: string, input: unknown, actor: Actor): string {
  const text = JSON.stringify([name, actor.kind, actor.id, input], (_, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return createHash('sha256').update(text).digest('base64url')
}
