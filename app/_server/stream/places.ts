/** How many streams may be open in one process: of one visitor, from one address, and in all. */
export type Room = { ofOne: number; fromOneAddress: number; inAll: number }

/** A browser needs one; without locks, each of its tabs has one. An office or a mobile network is one address. */
const ROOM: Room = { ofOne: 16, fromOneAddress: 2_500, inAll: 10_000 }

export type Place = { isGiven: true; leave: () => void } | { isGiven: false; code: 'TooManyStreams' | 'StreamsFull' }

/** Gives places to streams, so that nobody can take the memory of all. */
export function createPlaces(room: Room = ROOM) {
  const taken = new Map<string, number>()
  const count = (key: string) => taken.get(key) ?? 0

  function add(key: string, difference: number): void {
    const next = count(key) + difference
    if (next > 0) taken.set(key, next)
    else taken.delete(key)
  }

  return {
    /** How many are open now. */
    taken: () => count('all'),
    enter(actorId: string, address: string): Place {
      const keys = ['all', `actor ${actorId}`, `address ${address}`] as const
      if (count(keys[1]) >= room.ofOne || count(keys[2]) >= room.fromOneAddress) {
        return { isGiven: false, code: 'TooManyStreams' }
      }
      if (count(keys[0]) >= room.inAll) return { isGiven: false, code: 'StreamsFull' }
      for (const key of keys) add(key, 1)
      let hasLeft = false
      return {
        isGiven: true,
        leave() {
          if (hasLeft) return
          hasLeft = true
          for (const key of keys) add(key, -1)
        },
      }
    },
  }
}
