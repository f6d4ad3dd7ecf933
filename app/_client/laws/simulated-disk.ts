import type { Disk } from '../journal/disk'
import type { Core } from './core'

type Mutation = { key: string; text: string | null }
type Replica = { texts: Map<string, string>; inbox: Mutation[] }

/**
 * Web Storage as several processes of a browser see it: each writes to its own copy at once, and the others hear of it
 * later, in the order in which it was written.
 */
export function createSharedDisk(core: Core) {
  const truth = new Map<string, string>()
  const replicas = new Set<Replica>()
  let opened = 0

  function mutate(from: Replica, mutation: Mutation): void {
    apply(truth, mutation)
    apply(from.texts, mutation)
    for (const replica of replicas) if (replica !== from) replica.inbox.push(mutation)
  }

  return {
    /** What a page that starts now can read and write. */
    open(actorId: string) {
      const replica: Replica = { texts: new Map(), inbox: [] }
      const openedAt = ++opened
      const isLeft = (): boolean => {
        const [at, whose = actorId] = (replica.texts.get('whose') ?? '').split(' ')
        return whose !== actorId && Number(at) > openedAt
      }
      const home = `${core.home(actorId)}/`
      const own = () => [...replica.texts].filter(([key]) => key.startsWith(home))
      const disk: Pick<Disk, 'read' | 'write' | 'remove' | 'enter' | 'clear'> = {
        read: () => own().flatMap(([key, text]) => core.readKept(key.slice(home.length), text) ?? []),
        write: (entry) => mutate(replica, { key: home + entry.id, text: core.writeKept(entry) }),
        remove: (id) => mutate(replica, { key: home + id, text: null }),
        enter() {
          if (isLeft()) return false
          for (const key of [...replica.texts.keys()]) {
            if (!key.startsWith(home)) mutate(replica, { key, text: null })
          }
          mutate(replica, { key: 'whose', text: `${openedAt} ${actorId}` })
          return true
        },
        clear() {
          for (const [key] of own()) mutate(replica, { key, text: null })
        },
      }
      return {
        disk,
        /** Hears of some of what others wrote. */
        hear(count: number): void {
          for (const mutation of replica.inbox.splice(0, count)) apply(replica.texts, mutation)
        },
        isLeft,
        /** The page looks at the disk for the first time. */
        attach(): void {
          for (const [key, text] of truth) replica.texts.set(key, text)
          replicas.add(replica)
        },
        hasNews: () => replica.inbox.length > 0,
        close: () => replicas.delete(replica),
      }
    },
    keys: (): string[] => [...truth.keys()],
  }
}

export type SharedDisk = ReturnType<typeof createSharedDisk>

function apply(texts: Map<string, string>, { key, text }: Mutation): void {
  if (text === null) texts.delete(key)
  else texts.set(key, text)
}
