import { z } from 'zod'
import type { Entry } from '@/app/_client/journal/journal'
import { parseCarried } from '@/app/_client/journal/kept'
import { idInput } from '@/server/events/inputs'

const MOST_CHARACTERS = 4_096
const entrySchema = z.tuple([
  idInput,
  z.int().nonnegative(),
  z.iso.datetime(),
  z.string().min(1).max(60),
  z.unknown(),
  z.unknown(),
])
const carriedSchema = z.tuple([idInput], entrySchema)

/** What a cookie carries for this person: nothing where it is another person's, or not of the shape that we write. */
export function entriesOf(value: string, actorId: string): Entry[] {
  if (value.length > MOST_CHARACTERS) return []
  const parsed = carriedSchema.safeParse(parseCarried(value))
  if (!parsed.success) return []
  const [whose, ...entries] = parsed.data
  if (whose !== actorId) return []
  return entries.map(([id, nth, at, name, input, hint]) => ({
    id,
    nth,
    at,
    name,
    input,
    hint: hint ?? undefined,
    status: { is: 'unknown' },
  }))
}
