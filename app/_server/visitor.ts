import { createHmac, timingSafeEqual } from 'node:crypto'
import { v7, validate } from 'uuid'

export const VISITOR_COOKIE = 'tidemark_visitor'
export const VISITOR_MAX_AGE_S = 60 * 60 * 24 * 180

/** A new visitor's cookie: an id, signed, so that an id learnt elsewhere opens nobody's cart. */
export function newVisitor(secret: string): string {
  const id = v7()
  return `${id}.${signature(id, secret)}`
}

/** The visitor's id, or null where the cookie is missing or not ours. */
export function visitorId(cookie: string | undefined, secret: string): string | null {
  const [id, given] = (cookie ?? '').split('.')
  if (!id || !given || !validate(id)) return null
  const expected = Buffer.from(signature(id, secret))
  const actual = Buffer.from(given)
  return actual.length === expected.length && timingSafeEqual(actual, expected) ? id : null
}

function signature(id: string, secret: string): string {
  return createHmac('sha256', secret).update(`visitor/${id}`).digest('base64url')
}
