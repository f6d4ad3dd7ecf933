import { createHash } from 'node:crypto'
import type { Sql } from 'postgres'
import type { PasswordReset } from './mail/password-reset'

/** How long a link is good for. */
export const RESET_LIFE_S = 60 * 60
/** As many links of one account are good at a time: nobody fills another person's letter box. */
const MOST_LETTERS = 3

export type ResetMailing = {
  /** Rejects where the letter is not taken. */
  send: (reset: PasswordReset) => Promise<void>
  onError: (error: Error) => void
}

type Account = { id: string; name: string; email: string }

/** What better-auth calls a token by which a password may be set. */
export const resetIdentifier = (token: string) => `reset-password:${token}`

/** What is kept of a token: whoever reads the database, or a copy of it, sets nobody's password. */
export const digestOf = async (identifier: string) => createHash('sha256').update(identifier).digest('base64url')

/** The letters for those who have forgotten their password, and what becomes of their links. */
export function createPasswordResets(sql: Sql, { send, onError }: ResetMailing) {
  async function write({ id, name, email }: Account, token: string): Promise<void> {
    const identifier = await digestOf(resetIdentifier(token))
    if (await forgetWhatIsTooMuch(sql, id, identifier)) return
    // A link that reached nobody does not count.
    await send({ to: { name, address: email }, token }).catch(async (error) => {
      await sql`delete from auth.verification where identifier = ${identifier}`
      throw error
    })
  }

  return {
    /** Nobody waits for it: how long that takes would tell who has an account. */
    write: async (account: Account, token: string) => void write(account, token).catch(onError),
    /** No link that this account was sent is good any more. */
    async revoke(accountId: string): Promise<void> {
      await sql`delete from auth.verification where value = ${accountId}`
    },
  }
}

/** Whether there were enough links without this one, which then is good for nothing. One after the other: many may ask at once. */
function forgetWhatIsTooMuch(sql: Sql, accountId: string, identifier: string): Promise<boolean> {
  return sql.begin(async (tx) => {
    await tx`select from auth.user where id = ${accountId} for no key update`
    const forgotten = await tx`
      delete from auth.verification mine where identifier = ${identifier} and ${MOST_LETTERS} <= (
        select count(*) from auth.verification other
        where other.value = mine.value and other.id <> mine.id and other.expires_at > now())
      returning id`
    return forgotten.length > 0
  })
}
