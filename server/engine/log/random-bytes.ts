import { randomBytes } from 'node:crypto'

/** Asking the system for so many at a time costs what asking for a few does. */
const STORE = 4096

let store = Buffer.alloc(0)

/** Random bytes for keys. Each is handed out once. */
export function takeRandomBytes(count: number): Buffer {
  if (store.length < count) store = randomBytes(Math.max(STORE, count))
  const taken = store.subarray(0, count)
  store = store.subarray(count)
  return taken
}
