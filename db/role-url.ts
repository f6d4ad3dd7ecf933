import { createHmac } from 'node:crypto'

export const ROLES = ['command', 'projector', 'query'] as const
export type Role = (typeof ROLES)[number]

/** The password of a role: nobody has to invent, store or pass on four of them. */
export function rolePassword(role: Role, sessionSecret: string): string {
  return createHmac('sha256', sessionSecret).update(`tidemark/role/${role}`).digest('base64url')
}

/** The owner's connection string, for another role. */
export function roleUrl(ownerUrl: string, role: Role, sessionSecret: string): string {
  const url = new URL(ownerUrl)
  url.username = `tidemark_${role}`
  url.password = rolePassword(role, sessionSecret)
  return url.href
}
