/** How fast readers get on is told over so long. */
const WINDOW_MS = 60_000
/** Whoever looks more often is told from the same samples. */
const SAMPLE_MS = 1000

type Sample = { at: number; seen: ReadonlyMap<string, number> }

/** Remembers how far readers had got, for the speed at which they do. */
export type Rates = {
  note: (readers: readonly { name: string; seen: number }[]) => void
  /** Events a second, over the last minute or as long as somebody looks; null while there is nothing to compare. */
  of: (reader: string) => number | null
}

export function createRates(now: () => number = () => performance.now()): Rates {
  let samples: Sample[] = []
  return {
    note(readers) {
      const at = now()
      const last = samples.at(-1)
      if (last && at - last.at < SAMPLE_MS) return
      const sample = { at, seen: new Map(readers.map(({ name, seen }) => [name, seen])) }
      samples = [...samples.filter((one) => at - one.at <= WINDOW_MS), sample]
    },
    of(reader) {
      const [first, last] = [samples[0], samples.at(-1)]
      const [from, to] = [first?.seen.get(reader), last?.seen.get(reader)]
      if (!first || !last || from === undefined || to === undefined || first === last) return null
      return (Math.max(0, to - from) / (last.at - first.at)) * 1000
    },
  }
}
