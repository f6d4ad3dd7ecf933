import type { World } from './schedule'
import { VIEWS } from './simulated-browser'

/** A law says what is wrong in a world, or null. `end` holds only when everything has come to rest. */
export type Law = { name: string; when: 'always' | 'end'; complaint: (world: World) => string | null }

const isOwn = (id: string): boolean => id.startsWith('own-')
const repeated = (ids: readonly string[]): string | undefined => ids.find((id, index) => ids.indexOf(id) !== index)
const inOrder = (ids: readonly string[]): boolean => {
  const numbers = ids.filter(isOwn).map((id) => Number(id.slice('own-'.length)))
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))
}

function inEachView(look: (world: World, view: string) => string | null | undefined): Law['complaint'] {
  return (world) => {
    for (const view of VIEWS) {
      const wrong = look(world, view)
      if (wrong) return `${view}: ${wrong}`
    }
    return null
  }
}

export const laws: Law[] = [
  {
    name: 'own work never vanishes',
    when: 'always',
    complaint: inEachView(({ browser }, view) => {
      const shown = browser.shown(view)
      const gone = browser.issuedIds().find((id) => !browser.refused(id) && !shown.includes(id))
      return gone && `${gone} is not shown`
    }),
  },
  {
    name: 'nothing is ever doubled',
    when: 'always',
    complaint: inEachView(({ browser }, view) => {
      const twice = repeated(browser.shown(view))
      return twice && `${twice} is shown twice`
    }),
  },
  {
    name: 'a view never goes back',
    when: 'always',
    complaint: ({ browser }) => {
      for (const { view, before, now } of browser.taken.splice(0)) {
        const lost = ((before?.data ?? []) as string[]).find((id) => !(now.data as string[]).includes(id))
        if (lost) return `${view}: an answer without ${lost} took the place of one with it`
      }
      return null
    },
  },
  {
    name: 'a refusal leaves what would be there had the command never been issued',
    when: 'always',
    complaint: inEachView(({ browser }, view) => {
      const confirmed = browser.confirmed(view)
      const own = browser.issuedIds().filter((id) => !browser.refused(id) && !confirmed.includes(id))
      const expected = [...confirmed, ...own].join(' ')
      const shown = browser.shown(view).join(' ')
      return shown === expected ? null : `shown ${shown}, expected ${expected}`
    }),
  },
  {
    name: 'own commands keep their order',
    when: 'always',
    complaint: inEachView(({ server, browser }, view) => {
      if (!inOrder(server.committed())) return `committed ${server.committed().join(' ')}`
      // What the server has refused already, and the browser does not know yet, stands behind what was issued after it.
      const shown = browser.shown(view).filter((id) => !browser.willBeRefused(id))
      return inOrder(shown) ? null : `shown ${shown.join(' ')}`
    }),
  },
  {
    name: 'one commit per command',
    when: 'end',
    complaint: ({ server, browser }) => {
      const own = server.committed().filter(isOwn)
      const twice = repeated(own)
      if (twice) return `${twice} was committed twice`
      const stranger = own.find((id) => !browser.issuedIds().includes(id))
      if (stranger) return `${stranger} was committed, and nobody issued it`
      const neither = browser.issuedIds().find((id) => own.includes(id) === browser.refused(id))
      return neither ? `${neither} was neither or both of committed and refused` : null
    },
  },
  {
    name: 'every view converges to the fold of the server',
    when: 'end',
    complaint: inEachView(({ server, browser }, view) => {
      if (!browser.isQuiet()) return 'the browser never comes to rest'
      if (browser.lacks(view)) return 'the journal still patches it'
      const shown = browser.shown(view).join(' ')
      return shown === server.rows(view).join(' ') ? null : `shown ${shown}, there is ${server.rows(view).join(' ')}`
    }),
  },
]
