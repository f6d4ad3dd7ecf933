import type { Moved } from '@/server/engine/projections/announcement'
import { PERSONAL_MODELS, PUBLIC_MODELS } from '@/server/read/audience'

/** Who listens: a shopper hears what concerns him and the catalogue, staff hears everything. */
export type Hearer = { actorId: string; hearsAll: boolean }

/** More ids than this are not worth telling apart. */
const MOST_KEYS = 200

/** Whether it is told to everybody: what all see, and that too many rows changed to name whose. */
export function isForAll({ projection, keys }: Moved): boolean {
  return PUBLIC_MODELS.has(projection) || (keys === null && PERSONAL_MODELS.has(projection))
}

/**
 * What of all this may be told to the hearer. A shopper is told his own id and no other: whose rows changed beside his is
 * nobody's business.
 */
export function newsFor({ actorId, hearsAll }: Hearer, all: readonly Moved[]): Moved[] {
  return all.flatMap((moved) => {
    if (hearsAll || isForAll(moved)) return withFewKeys(moved)
    const isOwn = PERSONAL_MODELS.has(moved.projection) && moved.keys?.includes(actorId)
    return isOwn ? { ...moved, keys: [actorId] } : []
  })
}

/** One for each projection: its last mark, and everything that changed up to it. */
export function together(all: readonly Moved[]): Moved[] {
  const known = new Map<string, Moved>()
  for (const moved of all) {
    const former = known.get(moved.projection)
    known.set(moved.projection, former ? both(former, moved) : moved)
  }
  return [...known.values()]
}

function both(former: Moved, moved: Moved): Moved {
  const counter = former.counter === null || moved.counter === null ? null : Math.max(former.counter, moved.counter)
  const keys = former.keys && moved.keys ? [...new Set([...former.keys, ...moved.keys])] : null
  return { ...moved, counter, keys }
}

function withFewKeys(moved: Moved): Moved {
  return (moved.keys?.length ?? 0) > MOST_KEYS ? { ...moved, keys: null } : moved
}
