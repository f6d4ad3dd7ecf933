import { z } from 'zod'

export const TOO_MANY_TRIES = 'That was often enough for now. Wait a minute, then try again.'

const accountReply = z.object({ token: z.string(), user: z.object({ id: z.uuid() }) })

/** Who is signed in by a reply of better-auth, and by which session. */
export function accountOf(body: Record<string, unknown>): { id: string; session: string } | undefined {
  const parsed = accountReply.safeParse(body)
  return parsed.success ? { id: parsed.data.user.id, session: parsed.data.token } : undefined
}
