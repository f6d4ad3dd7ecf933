import type { Observer } from '@/server/engine/watching/observe'

/** Makes traces of what it is told. `visible`: the rows that a projection made last are to be seen by everybody now. */
export type Tracing = Observer & { visible: (projection: string) => void; close: () => Promise<void> }
