import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { addToCart, cartCount, checkOut } from './world/shopping'
import { signIn } from './world/signing-in'

async function expectSound(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  // Next sends a page's title after the page: until it is there the document has none.
  await expect(page).not.toHaveTitle('')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test.describe.configure({ timeout: 120_000 })

test('a merchant looks back at an order as it was before it was paid, and reads the letter about it', async ({
  browser,
  page,
}) => {
  const visit = await browser.newContext()
  const guest = await visit.newPage()
  await addToCart(guest, 'half-day-rucksack')
  await expect(cartCount(guest)).toContainText('1')
  const number = await checkOut(guest)
  await expect(guest.getByText('Paid, being packed').first()).toBeVisible()
  const path = new URL(guest.url()).pathname
  await visit.close()

  await signIn(page, 'merchant', '/admin')
  await page.goto(`/admin${path}`)
  await page.getByRole('link', { name: 'Every event, before and after' }).click()
  await expect(page.getByRole('heading', { name: `History of ${number}` })).toBeVisible()
  const paid = page.getByRole('listitem').filter({ hasText: 'Payment authorised' })
  await expect(paid).toContainText('by the shop itself')
  await expect(paid).toContainText('Awaiting payment')
  await expect(paid).toContainText('RecordPaymentAuthorised')
  const panel = page.getByRole('region', { name: /^As it st/ })
  await expect(panel).toContainText('To ship')

  await page.getByRole('link', { name: 'As it stood then, after Order placed' }).click()
  await expect(panel.getByRole('heading')).toContainText('As it stood on')
  await expect(panel).toContainText('Awaiting payment')
  await page.setViewportSize({ width: 390, height: 800 })
  await expectSound(page)
  await page.getByRole('link', { name: 'Back to now' }).click()
  await expect(panel).toContainText('To ship')

  const confirmation = page.getByRole('link', { name: `Your order ${number} stands` })
  await expect(async () => {
    await page.goto('/admin/operations/mailbox')
    await expect(confirmation).toBeVisible({ timeout: 1000 })
  }).toPass()
  await confirmation.click()
  const letter = page.frameLocator('iframe[sandbox=""]')
  await expect(letter.getByText(number)).toBeVisible()
  await expect(letter.getByRole('link', { name: 'See your order' })).toHaveAttribute('href', new RegExp(`${path}$`))
})

test('a merchant changes a price, and sees in the product’s life what it was before and why it changed', async ({
  page,
}) => {
  await signIn(page, 'merchant', '/admin/products')
  await page.goto('/admin/products?q=skerry')
  await page
    .getByRole('link', { name: /Skerry tent/ })
    .first()
    .click()
  await page
    .getByRole('button', { name: /^reprice/i })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/price/i).fill('175.00')
  await dialog.getByLabel(/reason|why/i).fill('Autumn sale')
  await dialog.getByRole('button', { name: /change|save/i }).click()
  await expect(page.getByText('Autumn sale')).toBeVisible()
  await page.getByRole('link', { name: 'Every event, before and after' }).click()
  await page.waitForURL('**/history')
  const change = page.getByRole('listitem').filter({ hasText: 'Price changed' })
  // The page is what the log said when it was asked: the change may just have been on its way.
  await expect(async () => {
    await page.reload()
    await expect(change).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expect(change).toContainText('“Autumn sale”')
  await expect(change).toContainText('£189.00')
  await expect(change).toContainText('£175.00')
  await expect(change).toContainText('by Morwenna Tide')
  await page.getByRole('link', { name: 'As it stood then, after Product created' }).click()
  await expect(page.getByRole('region', { name: /^As it st/ })).toContainText('£189.00')
  await expectSound(page)
  await page.goto('/admin')
  await expect(page.getByText('Skerry tent, Two-person').first()).toBeVisible()
})
