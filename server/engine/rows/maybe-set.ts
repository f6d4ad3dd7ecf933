const BITS = 2 ** 25
const HASHES = 4

export type MaybeSet = {
  add: (id: string) => void
  /** False: it was never added. True: it probably was. */
  mayHave: (id: string) => boolean
}

/** A Bloom filter: remembers any number of ids in four megabytes, and is now and then wrong about one it never saw. */
export function createMaybeSet(): MaybeSet {
  const words = new Uint32Array(BITS / 32)
  return {
    add(id) {
      const [one, step] = hashesOf(id)
      for (let index = 0; index < HASHES; index++) {
        const bit = bitAt(one, step, index)
        words[bit >>> 5] = (words[bit >>> 5] ?? 0) | (1 << (bit & 31))
      }
    },
    mayHave(id) {
      const [one, step] = hashesOf(id)
      for (let index = 0; index < HASHES; index++) {
        const bit = bitAt(one, step, index)
        if (((words[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false
      }
      return true
    },
  }
}

/** Two hashes make as many as are wanted (Kirsch and Mitzenmacher). */
const bitAt = (one: number, step: number, index: number) => ((one + Math.imul(index, step)) >>> 0) % BITS

function hashesOf(id: string): [one: number, step: number] {
  let one = 0x811c9dc5
  let two = 0x9747b28c
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    two = Math.imul(two ^ code, 0x5bd1e995)
    two ^= two >>> 15
  }
  return [one, two | 1]
}
