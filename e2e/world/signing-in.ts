import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import { DEMO_ACCOUNTS } from '../../db/seed/demo-accounts'

/** Signs a demo account in by the form, from an address of its own, and waits until its name is known. */
export async function signIn(page: Page, who: keyof typeof DEMO_ACCOUNTS, next = '/account'): Promise<void> {
  const { email, password } = DEMO_ACCOUNTS[who]
  await comeFromElsewhere(page)
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.waitForURL((url) => url.pathname === next, { waitUntil: 'commit' })
}

/** From an address of its own: what is tried is counted by address, and a quick machine tries more than one may. */
export async function comeFromElsewhere(page: Page): Promise<void> {
  const address = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`
  await page.context().setExtraHTTPHeaders({ 'x-forwarded-for': address })
}
