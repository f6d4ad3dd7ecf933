import { expect, test } from 'vitest'
import { DEMO_ACCOUNTS as SEEDED } from '@/db/seed/demo-accounts'
import { DEMO_ACCOUNTS } from './demo-accounts'

test('the sign-in page offers the accounts that the demo has', () => {
  const pairs = (accounts: readonly { email: string; password: string }[]) =>
    accounts.map(({ email, password }) => `${email} ${password}`).sort()
  expect(pairs(DEMO_ACCOUNTS)).toEqual(pairs(Object.values(SEEDED)))
})
