import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export type SlowWire = { address: string; cut: () => void }

const PIECES = 16
const PAUSE_MS = 60

/** The shop at another address, with a header that arrives a few letters at a time, and lists that wait for their end. */
export async function startSlowWire(shop: string): Promise<SlowWire> {
  const server = createServer((incoming, outgoing) => {
    pass(shop, incoming, outgoing).catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    cut: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function pass(shop: string, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const headers = { ...incoming.headers, 'accept-encoding': 'identity' }
  const asked = request(new URL(incoming.url ?? '/', shop), { method: incoming.method, headers })
  incoming.pipe(asked)
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    asked.once('response', resolve).once('error', reject),
  )
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
  if (!answer.headers['content-type']?.startsWith('text/html')) {
    answer.pipe(outgoing)
    return
  }
  const html = await textOf(answer)
  for (const piece of cutInPieces(html)) {
    outgoing.write(piece)
    await sleep(PAUSE_MS)
  }
  outgoing.end()
}

/**
 * All up to the header, the header in pieces, and the rest, cut before every second line, the end of every list of facts,
 * and what follows every icon: the words of a button or of a status.
 */
function cutInPieces(html: string): string[] {
  const start = html.indexOf('<header')
  const end = html.indexOf('</header>')
  if (start < 0 || end < start) throw new Error('There is no header to be cut in pieces.')
  const length = Math.ceil((end - start) / PIECES)
  const cuts = Array.from({ length: PIECES }, (_, nth) => start + nth * length)
  const header = cuts.map((from) => html.slice(from, Math.min(from + length, end)))
  return [
    html.slice(0, start),
    ...header,
    ...html.slice(end).split(/(?=<\/dl>)|(?<=<\/a>)(?=<span)|(?=<\w+ class="[\w-]+_second\b)|(?<=<\/svg>)/),
  ]
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
