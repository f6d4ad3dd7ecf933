import { expect, type Page, test } from '@playwright/test'
import { addToCart } from './world/shopping'
import { signIn } from './world/signing-in'

/** There are two of it. */
const SCARCE = 'fondue-set'

const messages = (page: Page) => page.getByRole('region', { name: 'Messages' })

/** Asks for more of something than there is, and is told so. */
async function beRefused(page: Page): Promise<void> {
  await addToCart(page, SCARCE)
  await page.goto('/cart')
  const quantity = page.getByRole('textbox', { name: 'Quantity of Fondue set' })
  await quantity.fill('9')
  await quantity.press('Enter')
  await expect(messages(page)).toContainText('2 left, and 9 were wanted')
}

test('a refusal stays over a reload and in every tab, until somebody has dealt with it', async ({ context, page }) => {
  await beRefused(page)
  await page.reload()
  await expect(messages(page)).toContainText('There is not enough left')
  await expect(page.getByRole('status').filter({ hasText: /refused/i })).toBeVisible()

  const other = await context.newPage()
  await other.goto('/')
  await expect(messages(other)).toContainText('There is not enough left')
  await messages(other).getByRole('button', { name: 'Take the 2 that are left' }).click()
  for (const tab of [page, other]) await expect(messages(tab)).toBeEmpty()
  await expect(page.getByRole('textbox', { name: 'Quantity of Fondue set' })).toHaveValue('2')
  await page.reload()
  await page.waitForTimeout(500)
  await expect(messages(page)).toBeEmpty()
})

test('who signs out leaves no refusal behind', async ({ page }) => {
  await signIn(page, 'shopper')
  await beRefused(page)
  await page.goto('/account')
  await expect(messages(page)).toContainText('There is not enough left')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await expect(messages(page)).toBeEmpty()
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('refused')))).toEqual([])

  await signIn(page, 'shopper', '/cart')
  await expect(messages(page)).toBeEmpty()
  await page.getByRole('button', { name: 'Remove Fondue set' }).click()
})
