import { expect, type Page, test } from '@playwright/test'
import { comeFromElsewhere } from './world/signing-in'

const PASSWORD = 'a long enough one'

test('a customer changes name, e-mail address and password, and is asked for the password', async ({ page }) => {
  test.slow()
  const email = `tamsin.${Date.now()}@example.org`
  await signUp(page, 'Tamsin Reed', email)

  await openForm(page, 'Change the name')
  await page.getByLabel('Name', { exact: true }).fill('Tamsin Rowe')
  await page.getByRole('button', { name: 'Save the name' }).click()
  await expect(page.getByText('Your name is changed.')).toBeVisible()
  await expect(page.getByRole('main')).toContainText(`Tamsin Rowe, ${email}`)

  await openForm(page, 'Change the e-mail address')
  await page.getByLabel('New e-mail address').fill('shopper@tidemark.example')
  await page.getByLabel('Your password', { exact: true }).fill('not this one')
  await page.getByRole('button', { name: 'Save the address' }).click()
  await expect(page.getByText('This is not the password of this account.')).toBeVisible()
  await page.getByLabel('Your password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Save the address' }).click()
  await expect(page.getByText('An account has this address already.')).toBeVisible()
  await page.getByLabel('New e-mail address').fill(`new.${email}`)
  await page.getByLabel('Your password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Save the address' }).click()
  await expect(page.getByText('Your e-mail address is changed.')).toBeVisible()

  await openForm(page, 'Change the password')
  await page.getByLabel('The password that you have').fill(PASSWORD)
  await page.getByLabel('The new one').fill('another long enough one')
  // A password may be tried three times in ten seconds.
  await comeFromElsewhere(page)
  await page.getByRole('button', { name: 'Save the password' }).click()
  await expect(page.getByText('Your password is changed')).toBeVisible()

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await page.goto('/sign-in?next=/account')
  await page.getByLabel('E-mail').fill(`new.${email}`)
  await page.getByLabel('Password').fill('another long enough one')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('main')).toContainText(`Tamsin Rowe, new.${email}`)
})

async function signUp(page: Page, name: string, email: string): Promise<void> {
  await page.goto('/sign-up?next=/account')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Create the account' }).click()
  await page.waitForURL((url) => url.pathname === '/account')
}

const openForm = (page: Page, summary: string) => page.locator('summary', { hasText: summary }).click()
