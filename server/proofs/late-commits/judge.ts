/** An event as a reader was given it: the n-th of its stream. */
export type Delivery = { key: string; n: number; position: number }

export type Verdict = { delivered: number; missing: number; duplicates: number; inversions: number }

/** What is wrong with what a reader was given, in its order, where each stream has so many events. */
export function judge(lengths: ReadonlyMap<string, number>, deliveries: readonly Delivery[]): Verdict {
  const seen = new Map([...lengths.keys()].map((key) => [key, new Set<number>()]))
  const latest = new Map<string, number>()
  let [duplicates, inversions] = [0, 0]
  for (const { key, n } of deliveries) {
    const own = seen.get(key)
    if (!own) throw new Error(`Nobody wrote to stream ${key}.`)
    if (own.has(n)) duplicates++
    else if (n < (latest.get(key) ?? 0)) inversions++
    own.add(n)
    latest.set(key, Math.max(n, latest.get(key) ?? 0))
  }
  let missing = 0
  for (const [key, length] of lengths) missing += length - (seen.get(key)?.size ?? 0)
  return { delivered: deliveries.length, missing, duplicates, inversions }
}
