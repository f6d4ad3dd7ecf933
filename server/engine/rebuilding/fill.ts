import type { ProjectorOptions } from '../projector/projector'
import { createFiller, type Filler, type Filling } from './filler'
import { findWay, parseStretch, readStretch, type Stretch, type Way } from './read-stretch'

/**
 * Positions of the log that are read at once: few enough that what else the process does is not held up, and that most of
 * what was read is done with when memory is next collected.
 */
const STRETCH = 500
/** Stretches that are on their way while another is folded. */
const AHEAD = 2

export type FillWatch = {
  /** Waits while others go first; answers false where it is to stop. */
  pace: () => Promise<boolean>
  onStretch: (stretch: { events: ReadonlyMap<string, number>; way: Way }) => void
}

/**
 * Folds the log from where all of these stand into their tables in `read_next`, and answers whether it came to the end.
 * Events are read, folded and written at the same time; rows and checkpoints are written together, as everywhere.
 */
export async function fill(options: ProjectorOptions, all: readonly Filling[], watch: FillWatch): Promise<boolean> {
  const [first] = all
  if (!first) return true
  const way = await findWay(options.sql, first.checkpoint)
  const filler = await createFiller(options, all)
  const isDone = await foldAll(options, all, way, filler, watch)
  await filler.write(isDone ? { snapshot: way.target, target: null, reached: 0 } : way)
  await filler.written()
  return isDone
}

async function foldAll(
  { sql, definitions, batchSize = STRETCH }: ProjectorOptions,
  all: readonly Filling[],
  way: Way,
  filler: Filler,
  watch: FillWatch,
): Promise<boolean> {
  const types = [...new Set(all.flatMap(({ projection }) => projection.handles))]
  const opened = all.flatMap(({ projection }) => (projection.isImpersonal ? [] : projection.handles))
  const underWay: { upTo: number; stretch: Promise<Stretch> }[] = []
  let asked = way.reached
  for (;;) {
    while (underWay.length <= AHEAD && asked < way.last) {
      const [after, upTo] = [asked, Math.min(asked + batchSize, way.last)]
      const stretch = readStretch(sql, way, { after, upTo }, types)
      stretch.catch(() => {})
      underWay.push({ upTo, stretch })
      asked = upTo
    }
    const next = underWay.shift()
    if (!next) return true
    const events = await filler.fold(await parseStretch(sql, definitions, await next.stretch, types, opened))
    way.reached = next.upTo
    watch.onStretch({ events, way })
    await filler.relieve(way)
    if (!(await watch.pace())) return way.reached === way.last
  }
}
