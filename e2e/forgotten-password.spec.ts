import { expect, type Page, test } from '@playwright/test'
import { latestLetterTo } from './world/letters'
import { comeFromElsewhere } from './world/signing-in'

const NEW_PASSWORD = 'another long enough one'

test('whoever has forgotten the password is written to without a script, and sets another one by the letter', async ({
  page,
  browser,
}) => {
  const email = `nell.${Date.now()}@example.org`
  await signUp(page, email)
  const plain = await browser.newContext({ javaScriptEnabled: false })
  const asking = await plain.newPage()
  await asking.goto('/sign-in')
  await asking.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(asking.getByText('This shop has no mail server')).toBeVisible()
  await asking.getByRole('button', { name: 'Ask for the letter' }).click()
  await expect(asking.getByText('Enter an e-mail address.')).toBeVisible()
  await asking.getByLabel('E-mail').fill(email)
  await asking.getByRole('button', { name: 'Ask for the letter' }).click()
  await expect(asking.getByText('If there is an account with this e-mail address')).toBeVisible()
  await plain.close()

  await expect.poll(() => latestLetterTo(email)).toContain('/reset-password/')
  const link = new URL(/\S+\/reset-password\/\S+/.exec((await latestLetterTo(email)) ?? '')?.[0] ?? '')
  const token = link.pathname.split('/').at(-1) ?? ''
  const hop = await page.request.get(link.pathname, { maxRedirects: 0 })
  expect(hop.headers()).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
  await page.goto(link.pathname)
  await expect(page).toHaveURL(/\/reset-password$/)
  await expect(page.getByText(`For the account of ${email}.`)).toBeVisible()
  expect(await page.content()).not.toContain(token)
  await page.getByLabel('New password').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByText('Your new password is set')).toBeVisible()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await page.goto(link.pathname)
  await expect(page.getByRole('heading', { name: 'This link is no longer good' })).toBeVisible()
})

async function signUp(page: Page, email: string): Promise<void> {
  await comeFromElsewhere(page)
  await page.goto('/sign-up?next=/account')
  await page.getByLabel('Name', { exact: true }).fill('Nell Reed')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill('a long enough one')
  await page.getByRole('button', { name: 'Create the account' }).click()
  await page.waitForURL((url) => url.pathname === '/account')
}
