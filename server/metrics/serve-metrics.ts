import { createServer } from 'node:http'
import type { Registry } from 'prom-client'
import { knowsToken } from './knows-token'

export type MetricsServer = { port: () => number | null; close: () => void }

type Options = { port: number; token: string | undefined; registry: Registry; onError: (error: Error) => void }

/**
 * `GET /metrics` of a process that has no other door. Without a token only this machine is listened to. A port that is
 * taken is told and left: nobody shall lose a worker for its figures.
 */
export function serveMetrics({ port, token, registry, onError }: Options): MetricsServer {
  const server = createServer(async (request, response) => {
    if (token && !knowsToken(request.headers.authorization, token)) return response.writeHead(401).end()
    if (request.url !== '/metrics') return response.writeHead(404).end()
    try {
      const text = await registry.metrics()
      response.writeHead(200, { 'content-type': registry.contentType }).end(text)
    } catch (error) {
      onError(error as Error)
      response.writeHead(500).end()
    }
  })
  server.on('error', onError)
  server.listen(port, token ? undefined : '127.0.0.1')
  return {
    port() {
      const address = server.address()
      return typeof address === 'object' ? (address?.port ?? null) : null
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
