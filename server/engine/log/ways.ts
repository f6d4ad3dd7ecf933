/** A long walk through the log: from one snapshot to another, the target, by position. */
export type Way = { target: string; reached: number }

export type Ways = {
  /** The way from a snapshot. Whoever comes when one has begun there goes the same, if all of it is in his sight. */
  from: (snapshot: string, now: string, findStart: () => Promise<number>) => Promise<Way>
  /** How many go the way to this target. */
  walkersTo: (target: string | null) => number
  /** From now on it is gone alone. */
  part: (target: string | null) => void
}

/** Knows the way that was begun last: those who set out from one place together can share what they read. */
export function createWays(): Ways {
  let latest: { snapshot: string; target: string; way: Promise<Way>; walkers: number } | null = null
  return {
    from(snapshot, now, findStart) {
      if (latest?.snapshot === snapshot && seesAllOf(now, latest.target)) {
        latest.walkers += 1
        return latest.way
      }
      const way = findStart().then((reached) => ({ target: now, reached }))
      const own = { snapshot, target: now, way, walkers: 1 }
      latest = own
      way.catch(() => {
        if (latest === own) latest = null
      })
      return way
    },
    walkersTo: (target) => (latest?.target === target ? latest.walkers : 1),
    part(target) {
      if (latest?.target === target) latest.walkers = 1
    },
  }
}

/** Whether a snapshot shows everything that the other one does. */
export function seesAllOf(snapshot: string, other: string): boolean {
  const [one, two] = [read(snapshot), read(other)]
  return one.xmax >= two.xmax && one.running.every((xid) => xid >= two.xmax || two.running.includes(xid))
}

function read(snapshot: string): { xmax: bigint; running: bigint[] } {
  const [, xmax = '0', running = ''] = snapshot.split(':')
  return { xmax: BigInt(xmax), running: running.split(',').filter(Boolean).map(BigInt) }
}
