import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError } from 'better-auth/api'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { v5, v7 } from 'uuid'
import * as tables from '@/db/auth/auth'
import type { Dispatcher } from '@/server/engine/commands/dispatch'
import { changeContact } from '@/server/write/customer/change-contact'
import { registerCustomer } from '@/server/write/customer/register-customer'
import { SYSTEM } from './actor'
import { createPasswordResets, digestOf, RESET_LIFE_S, type ResetMailing } from './password-resets'
import { COOKIE_PREFIX, SESSION_LIFE_S } from './session-cookie'

export type Auth = ReturnType<typeof createAuth>['auth']

type Account = { id: string; name: string; email: string }

/** Who only opens accounts writes to nobody. */
const NO_MAILING: ResetMailing = { send: async () => {}, onError: () => {} }

const REGISTRATION = '0b0c6f0e-7a3d-5b55-9a52-2f1f4c8f6d10'

/**
 * Accounts by better-auth: scrypt hashes, sessions in httpOnly cookies, sign-in and sign-up rate-limited. It keeps to
 * schema `auth`; that somebody registered is a command like any other, so the shop hears of it by its event.
 */
export function createAuth(
  config: {
    commandDatabaseUrl: string
    sessionSecret: string
    publicUrl?: string | undefined
    trustedProxies?: string[]
  },
  { dispatch, mailing = NO_MAILING }: Dispatcher & { mailing?: ResetMailing },
) {
  // A pool of its own: Drizzle's driver changes how a pool reads timestamps.
  const client = postgres(config.commandDatabaseUrl, { max: 3, connection: { application_name: 'tidemark-auth' } })
  const register = ({ id, name, email }: Account) =>
    dispatch(registerCustomer, { id: v5(id, REGISTRATION), input: { customerId: id, name, email }, actor: SYSTEM })

  const resets = createPasswordResets(client, mailing)

  const auth = betterAuth({
    appName: 'Tidemark',
    secret: config.sessionSecret,
    ...(config.publicUrl ? { baseURL: config.publicUrl } : {}),
    telemetry: { enabled: false },
    // Its warnings are about requests from other origins, and it gets none: only our own actions call it.
    logger: { level: 'error' },
    database: drizzleAdapter(drizzle(client), { provider: 'pg', schema: tables }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      autoSignIn: true,
      resetPasswordTokenExpiresIn: RESET_LIFE_S,
      sendResetPassword: ({ user, token }) => resets.write(user, token),
      onPasswordReset: ({ user }) => resets.revoke(user.id),
      revokeSessionsOnPasswordReset: true,
    },
    verification: { storeIdentifier: { hash: digestOf } },
    // No letter confirms an address yet: the password does, see app/(shop)/account/change-details.ts.
    user: {
      changeEmail: { enabled: true, updateEmailWithoutVerification: true },
      additionalFields: { role: { type: 'string', input: false, defaultValue: 'customer' } },
    },
    session: {
      expiresIn: SESSION_LIFE_S,
      // A session that is used lasts on, which is written down once a day. Its cookie: app/_server/renew-session.ts.
      updateAge: 60 * 60 * 24,
      cookieCache: { enabled: true, maxAge: 60 },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      // Counted by address until it is silent for a whole window, and behind one address there may be an office.
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/sign-up/email': { window: 60, max: 10 },
        '/request-password-reset': { window: 60, max: 10 },
        '/reset-password': { window: 60, max: 20 },
      },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      // The chain of senders is ours from end to end: see bin/web/know-senders.ts.
      ipAddress: { trustedProxies: config.trustedProxies ?? [] },
      useSecureCookies: config.publicUrl?.startsWith('https:') ?? false,
      database: { generateId: () => v7() },
    },
    databaseHooks: {
      user: {
        create: {
          // A customer may have no account; whoever signs up by their address would have one without a customer.
          before: async ({ email }) => {
            const known = await client`select from write.customers where email = ${email}`
            if (known.length > 0) throw new APIError('UNPROCESSABLE_ENTITY', { code: 'USER_ALREADY_EXISTS' })
          },
          after: async (account) => {
            await register(account)
          },
        },
        update: {
          after: async ({ id, name, email }) => {
            // Whoever reads the letters of an address that was given up has no way in.
            await resets.revoke(id)
            await dispatch(changeContact, { id: v7(), input: { customerId: id, name, email }, actor: SYSTEM })
          },
        },
      },
      session: {
        create: {
          // The account was made, and before its customer was, something came between.
          after: async ({ userId }) => {
            const [account] = await client<Account[]>`
              select id, name, email from auth.user u
              where id = ${userId} and not exists (select from write.customers c where c.id = u.id)`
            if (account) await register(account)
          },
        },
      },
    },
  })
  return { auth, close: () => client.end() }
}
