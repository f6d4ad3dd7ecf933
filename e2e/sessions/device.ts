import { addToken, TOKEN_COOKIE } from '@/server/engine/log/token'

export type Device = Awaited<ReturnType<typeof openDevice>>
/** Whoever is not answered by then has found something worse than a late answer. */
const PATIENCE_MS = 30_000

type Reply = { ok: boolean; token: string | null }

/**
 * A browser without a window: its cookies, the door for commands as a page's script calls it, and the door for
 * questions. Every answer goes by these two and nothing else.
 */
export async function openDevice(address: string, cookies: ReadonlyMap<string, string>) {
  const jar = new Map(cookies)

  async function ask(path: string, init: RequestInit = {}): Promise<string> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const response = await fetch(address + path, { ...init, signal, headers: { ...init.headers, cookie } })
    keepCookies(jar, response)
    const text = await response.text()
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 200)}`)
    return text
  }

  const door = findDoor(await ask('/cart'))

  return {
    /** Issues a command and remembers its commit, as a page's script does. Answers the token. */
    async issue(id: string, name: string, input: object): Promise<string> {
      const headers = { 'next-action': door.action, 'content-type': 'text/plain;charset=UTF-8', origin: address }
      const body = JSON.stringify([door.actorId, [{ id, name, input }]])
      const reply = replyIn(await ask('/cart', { method: 'POST', headers, body }))
      if (!reply.ok || !reply.token) throw new Error(`${name} was refused: ${JSON.stringify(reply)}`)
      jar.set(TOKEN_COOKIE, addToken(jar.get(TOKEN_COOKIE), reply.token))
      return reply.token
    },
    async read<Data>(query: string): Promise<{ data: Data; wasFolded: boolean }> {
      const answer = JSON.parse(await ask(`/api/read/${query}`))
      return { data: answer.data, wasFolded: Object.keys(answer.folded ?? {}).length > 0 }
    },
  }
}

/** The action that the page calls with commands, and whose commands it says they are: both stand in its HTML. */
function findDoor(html: string): { action: string; actorId: string } {
  const flight = html.replaceAll('\\"', '"')
  const reference = /"send":"\$h([0-9a-f]+)"/.exec(flight)?.[1]
  const action = new RegExp(`[^0-9a-f]${reference}:\\{"id":"([0-9a-f]+)"`).exec(flight)?.[1]
  const actorId = /"actorId":"([0-9a-f-]{36})"/.exec(flight)?.[1]
  if (!action || !actorId) throw new Error('The page names no door for commands.')
  return { action, actorId }
}

/** What an action answered, in React's own format: a row a line, ours the one that row 0 points at. */
function replyIn(flight: string): Reply {
  const row = /"a":"\$@([0-9a-f]+)"/.exec(flight)?.[1]
  const line = flight.split('\n').find((one) => one.startsWith(`${row}:[`))
  if (!line) throw new Error(`The action answered no replies: ${flight.slice(0, 200)}`)
  const [reply] = JSON.parse(line.slice(line.indexOf(':') + 1)) as Reply[]
  if (!reply) throw new Error('The action answered no reply.')
  return reply
}

function keepCookies(jar: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const pair = line.split(';')[0] ?? ''
    jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
  }
}
