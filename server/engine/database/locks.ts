import { connect } from './postgres'

/** Locks by name, over all workers of a database. */
export type Locks = {
  /**
   * Does something for a name while nobody else does. Who asks in the same process meanwhile gets the answer of what is
   * under way; in another process it is `HeldElsewhere`, and trying again later is right.
   */
  holdWhile: <T>(name: string, work: () => Promise<T>) => Promise<T>
  close: () => Promise<void>
}

/**
 * All locks of a process are held by one connection of their own, and no transaction stays open for them, however long
 * the work may take. If the connection is lost, so are the locks.
 */
export function openLocks(url: string): Locks {
  const sql = connect(url, { name: 'tidemark-locks', max: 1 })
  const underWay = new Map<string, Promise<unknown>>()

  async function hold<T>(name: string, work: () => Promise<T>): Promise<T> {
    const [lock] = await sql<{ held: boolean }[]>`
      select pg_try_advisory_lock(hashtextextended(${name}, 0)) as held`
    if (!lock?.held) throw new HeldElsewhere(name)
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`.catch(() => {})
    }
  }

  return {
    holdWhile<T>(name: string, work: () => Promise<T>): Promise<T> {
      const running = underWay.get(name) as Promise<T> | undefined
      if (running) return running
      const begun = hold(name, work).finally(() => underWay.delete(name))
      underWay.set(name, begun)
      return begun
    },
    close: () => sql.end({ timeout: 1 }),
  }
}

export class HeldElsewhere extends Error {
  constructor(name: string) {
    super(`${name} is being dealt with by another worker.`)
    this.name = 'HeldElsewhere'
  }
}
