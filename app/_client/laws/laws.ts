import { formatToken } from '@/server/engine/log/token'
import { isOpen } from '../journal/journal'
import { contains, lacks } from '../views/cover'
import type { SimulatedTab } from './simulated-tab'
import { VIEWS } from './simulated-tab'
import type { World } from './world'

/** A law says what is wrong in a world, or null. `end` holds only when everything has come to rest. */
export type Law = { name: string; when: 'always' | 'end'; complaint: (world: World) => string | null }

const isOwn = (id: string): boolean => id.startsWith('own-')
const repeated = (ids: readonly string[]): string | undefined => ids.find((id, index) => ids.indexOf(id) !== index)

function inEachView(
  look: (world: World, tab: SimulatedTab, view: string) => string | false | undefined,
): Law['complaint'] {
  return (world) => {
    for (const tab of world.tabs()) {
      for (const view of VIEWS) {
        const wrong = look(world, tab, view)
        if (wrong) return `${view}, ${tab.isLive() ? 'live' : 'in the HTML'}: ${wrong}`
      }
    }
    return null
  }
}

/**
 * Whether a view has nothing to say of a command: its person has signed out, a restored log lost it, it did not fit into the
 * cookie, it was committed in another log than the view's answer comes from, until the view is asked again, or another tab
 * issued it, and nobody can tell here whether it is in the answer.
 */
function isBeyond({ server, session }: World, tab: SimulatedTab, view: string, id: string): boolean {
  if (tab.actorId !== session() || server.isLost(id) || tab.isUnfit(id)) return true
  const answer = tab.answerOf(view)
  const epoch = answer?.mark.epoch
  const entry = tab.journal().find((one) => one.id === id)
  if (answer && entry && !lacks(answer, entry, tab.takenAt(view)) && !contains(answer, entry)) return true
  const known = entry && !isOpen(entry) && entry.status.is === 'committed' ? formatToken(entry.status.token) : undefined
  const epochs = [server.epochOf(id), known?.split('.')[0]].filter(Boolean)
  return epochs.some((one) => one !== epoch)
}

/** The own commands of a tab in a list, in the order in which each tab issued them, things apart where one may pass. */
function disorder({ issued, hasPassed }: World, ids: readonly string[]): string | undefined {
  const latest = new Map<string, string>()
  for (const id of ids.filter(isOwn)) {
    const { tab, thing, actorId } = issued.get(id) ?? { tab: 0, thing: '', actorId: '' }
    const line = `${actorId} ${tab} ${hasPassed() ? thing : ''}`
    if ((latest.get(line) ?? '') > id) return ids.join(' ')
    latest.set(line, id)
  }
  return undefined
}

export const laws: Law[] = [
  {
    name: 'own work never vanishes',
    when: 'always',
    complaint: inEachView((world, tab, view) => {
      const shown = tab.shown(view)
      const gone = [...tab.seen].find(
        (id) => !shown.includes(id) && !world.server.hasRefused(id) && !isBeyond(world, tab, view, id),
      )
      return gone && `${gone} is not shown`
    }),
  },
  {
    name: 'nothing is ever doubled',
    when: 'always',
    complaint: inEachView((_world, tab, view) => {
      const twice = tab.guesses.has(view) ? undefined : repeated(tab.shown(view))
      return twice && `${twice} is shown twice`
    }),
  },
  {
    name: 'a view never goes back',
    when: 'always',
    complaint: ({ server, tabs }) => {
      for (const { view, before, now } of tabs().flatMap(({ taken }) => taken.splice(0))) {
        if (!before) continue
        if (server.ageOf(now.mark) < server.ageOf(before.mark)) return `${view}: an answer of a log that is gone`
        if (now.mark.epoch !== before.mark.epoch) continue
        const lost = (before.data as string[]).find((id) => !(now.data as string[]).includes(id))
        if (lost) return `${view}: an answer without ${lost} took the place of one with it`
      }
      return null
    },
  },
  {
    name: 'a refusal leaves what would be there had the command never been issued',
    when: 'always',
    complaint: inEachView((world, tab, view) => {
      if (!tab.isLive() || tab.guesses.has(view)) return undefined
      const confirmed = (tab.answerOf(view)?.data ?? []) as string[]
      const own = [...tab.seen].filter((id) => !tab.knowsRefused(id))
      const expected = new Set([...confirmed, ...own])
      const shown = new Set(tab.shown(view))
      const wrong = [...expected, ...shown].find((id) => expected.has(id) !== shown.has(id))
      if (!wrong || isBeyond(world, tab, view, wrong)) return undefined
      return shown.has(wrong) ? `${wrong} is shown` : `${wrong} is not shown`
    }),
  },
  {
    name: 'own commands keep their order',
    when: 'always',
    complaint: (world) => {
      // A call that was given up may come late, and carry out once more what a restored log lost.
      const committed = disorder(
        world,
        world.server.committed().filter((id) => !world.server.isLost(id)),
      )
      if (committed) return `committed ${committed}`
      return inEachView((_world, tab, view) => {
        // What the server has refused already, and the browser does not know yet, stands behind what was issued after it.
        const shown = tab.shown(view).filter((id) => !world.issued.get(id)?.isRefused && !world.server.isLost(id))
        const wrong = tab.guesses.has(view) ? undefined : disorder(world, shown)
        return wrong && `shown ${wrong}`
      })(world)
    },
  },
  {
    name: 'one commit per command',
    when: 'end',
    complaint: ({ server, issued, session }) => {
      const own = server.committed().filter(isOwn)
      const twice = repeated(own)
      if (twice) return `${twice} was committed twice`
      const stranger = own.find((id) => !issued.has(id))
      if (stranger) return `${stranger} was committed, and nobody issued it`
      const mine = [...issued.values()].filter(({ actorId, id }) => actorId === session() && !server.isLost(id))
      const neither = mine.find(({ id }) => own.includes(id) === server.hasRefused(id))
      return neither ? `${neither.id} was neither or both of committed and refused` : null
    },
  },
  {
    name: 'every view converges to the fold of the server',
    when: 'end',
    complaint: inEachView(({ server }, tab, view) => {
      if (!tab.isLive() || !tab.isQuiet()) return 'the browser never comes to rest'
      if (tab.lacks(view)) return 'the journal still patches it'
      const shown = tab.shown(view).join(' ')
      return shown !== server.rows(view).join(' ') && `shown ${shown}, there is ${server.rows(view).join(' ')}`
    }),
  },
  {
    name: "nobody's work is done in another's name, or left behind",
    when: 'end',
    complaint: ({ server, issued, files, session }) => {
      const wrong = server.carriedOutFor.find(({ id, actorId }) => issued.get(id)?.actorId !== actorId)
      if (wrong) return `${wrong.id} was carried out for ${wrong.actorId}`
      const left = files
        .keys()
        .find((key) => key.includes('/') && issued.get(key.split('/')[1] ?? '')?.actorId !== session())
      return left ? `${left} is still on the disk` : null
    },
  },
]
