import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { parseTrustedProxies } from '@/server/config'
import type { Environment } from '@/server/config/read-environment'
import { trustIn } from '@/server/config/trusted-proxies'
import { forwardedFor } from './forwarded-for'

/**
 * Before anything of a request is read, says who sent it. Next writes the sender's address into `x-forwarded-for` only
 * where no such header came along, so that whoever sends one is whoever they like.
 */
export function knowSenders(env: Environment): void {
  const isTrusted = trustIn(parseTrustedProxies(env))
  subscribe('http.server.request.start', (message) => {
    const { headers, socket } = (message as { request: IncomingMessage }).request
    headers['x-forwarded-for'] = forwardedFor(headers['x-forwarded-for']?.toString(), socket.remoteAddress, isTrusted)
  })
}
