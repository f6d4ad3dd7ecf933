import { replay } from '@/server/engine/audit/heal'
import type { Sql } from '@/server/engine/database/postgres'
import type { Audited, Projection } from '@/server/engine/projections/projection'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { REFUSAL_WORDS } from '@/server/operations/refusal-words'

/** Makes the rows of one part anew from the log. Answers whether that was done. */
export async function healPart(sql: Sql, projection: Projection, part: string): Promise<boolean> {
  const replayed = await replay({ sql, definitions }, projection as Audited, part)
  const words = replayed === 'healed' ? 'made anew from its first event' : REFUSAL_WORDS[replayed]
  console.log(`${projection.name} ${part}: ${words}`)
  return replayed === 'healed'
}
