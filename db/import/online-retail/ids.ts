import { v5 } from 'uuid'

/** The same thing of the history gets the same id in every run, so that a second run changes nothing. */
const HISTORY = '6f0d7c1e-52b4-5a0e-9d3f-3c8f5b9a7e41'

type Identified = 'product' | 'variant' | 'customer' | 'order' | 'refund' | 'command'

/** The id of a thing of the history, from its kind and what the file calls it. */
export function historyId(kind: Identified, name: string): string {
  return v5(`online-retail/${kind}/${name}`, HISTORY)
}

/** The id of the command that brings the thing in: the ledger knows it again after an interruption. */
export const commandIdOf = (kind: Exclude<Identified, 'command'>, name: string) =>
  historyId('command', `${kind}/${name}`)
