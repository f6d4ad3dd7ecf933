import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { createHub } from './hub'
import { openStream } from './open-stream'

/** The hub behind real sockets, without the shop around it: `?actor=…&age=…&staff`. */
export async function serveStreams(...hubOptions: Parameters<typeof createHub>) {
  const hub = createHub(...hubOptions)
  let open = 0
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '', 'http://localhost').searchParams
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    open++
    const body = openStream(hub, {
      actorId: asked.get('actor') ?? '',
      hearsAll: asked.has('staff'),
      ageMs: Number(asked.get('age')),
      until: Number(asked.get('until') ?? Number.POSITIVE_INFINITY),
      signal: gone.signal,
      onClosed: () => open--,
    })
    Readable.fromWeb(body as never).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    hub,
    address: `http://127.0.0.1:${port}`,
    openNow: () => open,
    async close() {
      hub.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
