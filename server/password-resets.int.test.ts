import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testSessionSecret } from '@/db/testing/provided'
import { createAuth } from './auth'
import { findLetter } from './mail/mailbox'
import { createMailboxMailer } from './mail/mailbox-mailer'
import { createResetMailing } from './mail/password-reset'
import { openTestShop, type TestShop } from './write/test-shop'

const password = 'a long enough one'
const newPassword = 'another long enough one'
const shopUrl = 'https://shop.example'

let shop: TestShop
let folder: string
let accounts: ReturnType<typeof createAuth>
let isMailServerDown = false
let failures: Error[] = []

beforeAll(async () => {
  shop = await openTestShop()
  folder = await mkdtemp(join(tmpdir(), 'tidemark-resets-'))
  const send = createResetMailing(createMailboxMailer(folder, 'Tidemark <orders@shop.example>'), shopUrl)
  const mailing = {
    send: (reset: Parameters<typeof send>[0]) =>
      isMailServerDown ? Promise.reject(new Error('The mail server is down.')) : send(reset),
    onError: (error: Error) => failures.push(error),
  }
  const config = { commandDatabaseUrl: shop.database.commandUrl, sessionSecret: testSessionSecret }
  accounts = createAuth(config, { dispatch: shop.dispatch, mailing })
})

beforeEach(async () => {
  for (const name of await readdir(folder)) await rm(join(folder, name))
  await shop.sql`delete from auth.rate_limit`
  isMailServerDown = false
  failures = []
})

afterAll(async () => {
  await accounts.close()
  await shop.close()
  await rm(folder, { recursive: true })
})

async function signUp() {
  const email = `${v7()}@example.org`
  const { user } = await accounts.auth.api.signUpEmail({ body: { name: 'Grace', email, password } })
  return { email, id: user.id }
}

/** As a page asks, under whatever name the shop was called by. */
async function post(path: string, body: object, { from = '10.0.0.1', host = 'evil.example' } = {}) {
  const headers = { 'content-type': 'application/json', origin: `http://${host}`, 'x-forwarded-for': from, host }
  const request = new Request(`http://${host}/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const response = await accounts.auth.handler(request)
  return { status: response.status, body: await response.json() }
}

const ask = (email: string, from?: string) => post('/request-password-reset', { email }, from ? { from } : {})
const set = (token: string, wanted = newPassword) => post('/reset-password', { token, newPassword: wanted })
const signIn = async (email: string, given: string) =>
  (await post('/sign-in/email', { email, password: given })).status === 200

async function letters() {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort()
  return Promise.all(names.map(async (name) => PostalMime.parse(await readFile(join(folder, name)))))
}

async function tokensOf(howMany: number): Promise<string[]> {
  await expect.poll(async () => (await letters()).length).toBe(howMany)
  return (await letters()).map(({ text }) => /reset-password\/(\w+)/.exec(text ?? '')?.[1] ?? '')
}

const openResets = (id: string) =>
  shop.sql<{ identifier: string }[]>`select * from auth.verification where value = ${id}`

test('a letter leads to the shop’s own address, and by it a new password is set, once', async () => {
  const { email } = await signUp()
  await ask(email)
  const [token = ''] = await tokensOf(1)
  const [letter] = await letters()
  expect([letter?.to?.[0]?.address, letter?.text]).toEqual([
    email,
    expect.stringContaining(`${shopUrl}/reset-password/`),
  ])
  expect(letter?.text).not.toContain('evil')
  expect((await set(token)).status).toBe(200)
  expect([await signIn(email, password), await signIn(email, newPassword)]).toEqual([false, true])
  expect(await set(token, 'a third long enough one')).toMatchObject({ status: 400, body: { code: 'INVALID_TOKEN' } })
  expect(await signIn(email, newPassword)).toBe(true)
})

test('who has no account is answered the same, and nobody is written to', async () => {
  const { email } = await signUp()
  const unknown = await ask('nobody@example.org')
  expect(unknown).toEqual(await ask(email))
  expect(await tokensOf(1)).toHaveLength(1)
  expect((await letters()).map(({ to }) => to?.[0]?.address)).toEqual([email])
})

test('a new password ends every session of the account, and every other link', async () => {
  const { email, id } = await signUp()
  await signIn(email, password)
  await ask(email)
  await ask(email)
  const [first = '', second = ''] = await tokensOf(2)
  await set(first)
  expect(await shop.sql`select from auth.session where user_id = ${id}`).toHaveLength(0)
  expect((await set(second, password)).status).toBe(400)
})

test('a link that is over, or whose address the account has given up, sets nothing', async () => {
  const { email, id } = await signUp()
  await ask(email)
  const [over = ''] = await tokensOf(1)
  await shop.sql`update auth.verification set expires_at = now() - interval '1 second' where value = ${id}`
  expect((await set(over)).status).toBe(400)

  await ask(email)
  const given = (await tokensOf(2)).find((token) => token !== over) ?? ''
  const { internalAdapter } = await accounts.auth.$context
  await internalAdapter.updateUser(id, { email: `new.${email}` })
  expect((await set(given)).status).toBe(400)
  expect(await signIn(`new.${email}`, password)).toBe(true)
})

test('a password that nobody may have keeps the link good', async () => {
  const { email } = await signUp()
  await ask(email)
  const [token = ''] = await tokensOf(1)
  expect((await set(token, 'short')).body.code).toBe('PASSWORD_TOO_SHORT')
  expect((await set(token)).status).toBe(200)
})

test('an account is sent three letters in the life of a link, however many ask at once', async () => {
  const { email, id } = await signUp()
  await Promise.all([1, 2, 3, 4, 5].map((n) => ask(email, `10.0.1.${n}`)))
  await expect.poll(async () => (await openResets(id)).length).toBe(3)
  expect(await tokensOf(3)).toHaveLength(3)
  await shop.sql`update auth.verification set expires_at = now() - interval '1 second' where value = ${id}`
  await ask(email)
  expect(await tokensOf(4)).toHaveLength(4)
})

test('from one address so much is asked a minute, whoever is asked for', async () => {
  const statuses = []
  for (let n = 0; n < 11; n++) statuses.push((await ask(`nobody${n}@example.org`, '10.0.2.1')).status)
  expect(statuses).toEqual([...Array(10).fill(200), 429])
  expect((await ask('nobody@example.org', '10.0.2.2')).status).toBe(200)
})

test('a letter that is not taken is told of without its link, and does not count', async () => {
  const { email, id } = await signUp()
  isMailServerDown = true
  expect((await ask(email)).status).toBe(200)
  await expect.poll(() => failures.map(({ message }) => message)).toEqual(['The mail server is down.'])
  expect(await openResets(id)).toHaveLength(0)
})

test('neither the database nor the back office tells the token', async () => {
  const { email, id } = await signUp()
  await ask(email)
  const [token = ''] = await tokensOf(1)
  const [name = ''] = await readdir(folder)
  expect(JSON.stringify(await openResets(id))).not.toContain(token)
  expect(JSON.stringify(await findLetter(folder, name.replace('.eml', '')))).not.toContain(token)
})
