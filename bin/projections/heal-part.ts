import { replay } from '@/server/engine/audit/heal'
import type { Audited } from '@/server/engine/audit/sample'
import type { Sql } from '@/server/engine/postgres'
import type { Projection } from '@/server/engine/projection'
import { eventDefinitions as definitions } from '@/server/events/registry'

const WORDS = {
  healed: 'made anew from its first event',
  outdated: 'its rows are of another release: rebuild them',
  parked: 'keys of this projection wait: retry them first, then heal',
  behind: 'too much happens meanwhile: try again, or rebuild',
  unsettled: 'what it is counted from has changed meanwhile, or differs itself: heal that first, then try again',
}

/** Makes the rows of one part anew from the log. Answers whether that was done. */
export async function healPart(sql: Sql, projection: Projection, part: string): Promise<boolean> {
  const replayed = await replay({ sql, definitions }, projection as Audited, part)
  console.log(`${projection.name} ${part}: ${WORDS[replayed]}`)
  return replayed === 'healed'
}
