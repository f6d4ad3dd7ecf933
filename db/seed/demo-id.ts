import { v5 } from 'uuid'

const NAMESPACE = '3f1c2a70-4d0e-5a86-9a4e-6b1f0c8d7e21'

/** The id of a thing of the demo data: the same in every demo shop. */
export function demoId(thing: string): string {
  return v5(thing, NAMESPACE)
}
