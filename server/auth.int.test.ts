import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSessionSecret } from '@/db/testing/provided'
import { SYSTEM } from './actor'
import { createAuth } from './auth'
import { registerCustomer } from './write/customer/register-customer'
import { aCustomer, ada, openTestShop, type TestShop } from './write/test-shop'

let shop: TestShop
let accounts: ReturnType<typeof createAuth>

beforeAll(async () => {
  shop = await openTestShop()
  accounts = openAccounts(shop.dispatch)
})

afterAll(async () => {
  await accounts.close()
  await shop.close()
})

const password = 'a long enough one'

function openAccounts(dispatch: TestShop['dispatch']) {
  const config = { commandDatabaseUrl: shop.database.commandUrl, sessionSecret: testSessionSecret }
  return createAuth(config, { dispatch })
}

const customerOf = async (id: string) => (await shop.sql`select email from write.customers where id = ${id}`)[0]?.email

test('whoever signs up is a customer', async () => {
  const body = { name: 'Grace', email: 'grace@example.org', password }
  const { user } = await accounts.auth.api.signUpEmail({ body })
  expect(await customerOf(user.id)).toBe('grace@example.org')
})

test('nobody opens an account by the address of a customer who has none', async () => {
  await shop.carryOut(registerCustomer, { customerId: aCustomer().id, ...ada }, SYSTEM)
  await expect(accounts.auth.api.signUpEmail({ body: { ...ada, password } })).rejects.toMatchObject({
    body: { code: 'USER_ALREADY_EXISTS' },
  })
  expect(await shop.sql`select from auth.user where email = ${ada.email}`).toHaveLength(0)
})

test('an account whose customer was not made gets one with the next session', async () => {
  const broken = openAccounts(async () => {
    throw new Error('The shop is not to be reached.')
  })
  const body = { name: 'Mary', email: 'mary@example.org', password }
  await expect(broken.auth.api.signUpEmail({ body })).rejects.toThrow()
  await broken.close()
  const { user } = await accounts.auth.api.signInEmail({ body })
  expect(await customerOf(user.id)).toBe('mary@example.org')
})
