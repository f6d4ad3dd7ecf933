import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether a request carries the token, `Authorization: Bearer …`. Nobody does where there is none. */
export function knowsToken(authorization: string | null | undefined, token: string | undefined): boolean {
  if (!token || !authorization) return false
  const [scheme, given = ''] = authorization.split(' ', 2)
  // Digests are of one length, and the comparison takes as long for every guess.
  return scheme?.toLowerCase() === 'bearer' && timingSafeEqual(digest(given), digest(token))
}

const digest = (text: string) => createHash('sha256').update(text).digest()
