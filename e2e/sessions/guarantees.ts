/** One request of one client, in the order in which that client made them. A version is a key's place in the log. */
export type Operation =
  | { is: 'write'; client: string; key: string; version: number }
  /** Everything that one answer showed. A key that the answer covers and that holds nothing yet has version 0. */
  | { is: 'read'; client: string; seen: Readonly<Record<string, number>> }

export type Guarantee = 'read your writes' | 'monotonic reads' | 'monotonic writes' | 'writes follow reads'
export type Violation = { guarantee: Guarantee; client: string; key: string; version: number; butWas: number }

type Versions = Readonly<Record<string, number>>
type Write = Extract<Operation, { is: 'write' }>
/** A write with what its client had written and read before it. */
type Grounded = Write & { written: Versions; read: Versions }

/**
 * The session guarantees of Terry and others (1994) that a history breaks. The histories of all clients come as one,
 * each in its own order; how they lie between each other means nothing. Two keys are only held against each other
 * inside one answer: read models are independent of each other, and promise nothing between them.
 */
export function violations(history: readonly Operation[]): Violation[] {
  const sessions = [...groupBy(history, ({ client }) => client).values()].map(followSession)
  const writes = groupBy(
    sessions.flatMap((session) => session.writes),
    ({ key }) => key,
  )
  const ofReads = history.flatMap((read) => (read.is === 'read' ? lacksGround(read.seen, writes) : []))
  return [...sessions.flatMap((session) => session.violations), ...ofReads]
}

/** What one client's own history shows: reads that lack what it had, writes that came before what they followed. */
function followSession(session: readonly Operation[]): { writes: Grounded[]; violations: Violation[] } {
  let written: Versions = {}
  let read: Versions = {}
  const writes: Grounded[] = []
  const found: Violation[] = []
  for (const operation of session) {
    const { client } = operation
    if (operation.is === 'write') {
      const after = { [operation.key]: operation.version }
      found.push(...behind(after, written, 'monotonic writes', client))
      found.push(...behind(after, read, 'writes follow reads', client))
      writes.push({ ...operation, written, read })
      written = latest(written, after)
    } else {
      found.push(...behind(operation.seen, written, 'read your writes', client))
      found.push(...behind(operation.seen, read, 'monotonic reads', client))
      read = latest(read, operation.seen)
    }
  }
  return { writes, violations: found }
}

/** An answer, anybody's, that shows a write without what its writer had written and read before it. */
function lacksGround(seen: Versions, writes: ReadonlyMap<string, Grounded[]>): Violation[] {
  return Object.entries(seen).flatMap(([key, version]) =>
    (writes.get(key) ?? [])
      .filter((write) => write.version <= version)
      .flatMap((write) => [
        ...behind(seen, write.written, 'monotonic writes', write.client),
        ...behind(seen, write.read, 'writes follow reads', write.client),
      ]),
  )
}

/** Where `seen` is older than what it has to contain. */
function behind(seen: Versions, wanted: Versions, guarantee: Guarantee, client: string): Violation[] {
  return Object.entries(seen).flatMap(([key, butWas]) => {
    const version = wanted[key] ?? 0
    return butWas < version ? [{ guarantee, client, key, version, butWas }] : []
  })
}

function latest(a: Versions, b: Versions): Versions {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return Object.fromEntries(keys.map((key) => [key, Math.max(a[key] ?? 0, b[key] ?? 0)]))
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
