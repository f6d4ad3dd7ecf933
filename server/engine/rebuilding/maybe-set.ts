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
      for (const bit of bitsOf(id)) words[bit >>> 5] = (words[bit >>> 5] ?? 0) | (1 << (bit & 31))
    },
    mayHave(id) {
      return bitsOf(id).every((bit) => ((words[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0)
    },
  }
}

/** Two hashes make as many as are wanted (Kirsch and Mitzenmacher). */
function bitsOf(id: string): number[] {
  let one = 0x811c9dc5
  let two = 0x9747b28c
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    two = Math.imul(two ^ code, 0x5bd1e995)
    two ^= two >>> 15
  }
  const step = two | 1
  return Array.from({ length: HASHES }, (_, index) => ((one + Math.imul(index, step)) >>> 0) % BITS)
}
