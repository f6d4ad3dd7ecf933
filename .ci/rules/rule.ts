import type { Tree } from './tree/tree'

/** One place where the tree does not keep a rule. Lines count from 1; a breach of the whole file stands in line 1. */
export interface Breach {
  file: string
  line: number
  says: string
}

/** One thing that must hold everywhere. `why` is what a person reads when they broke it. */
export interface Rule {
  name: string
  why: string
  breaches(tree: Tree): Breach[]
}
