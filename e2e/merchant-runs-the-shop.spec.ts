import { expect, test } from '@playwright/test'
import { addToCart, cartCount, checkOut } from './world/shopping'
import { signIn } from './world/signing-in'

test('a merchant sees the revenue move, ships the order, and the customer sees the parcel', async ({
  browser,
  page,
}) => {
  await signIn(page, 'merchant', '/admin')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const tile = page
    .getByLabel('Figures')
    .locator('div')
    .filter({ has: page.getByText('Orders', { exact: true }) })
  const before = await tile.textContent()

  const visit = await browser.newContext()
  const guest = await visit.newPage()
  await addToCart(guest, 'half-day-rucksack')
  await expect(cartCount(guest)).toContainText('1')
  const number = await checkOut(guest)
  await expect(guest.getByText('Paid, being packed').first()).toBeVisible()

  await page.reload()
  await expect.poll(() => tile.textContent()).not.toBe(before)

  await page.goto(`/admin/orders?q=${number}`)
  await page.getByRole('link', { name: number }).click()
  await page.getByRole('button', { name: 'Ship order', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tracking number').fill('RM123456789GB')
  await dialog.getByRole('button', { name: 'Ship order' }).click()
  await expect(page.getByText('Shipped with Royal Mail')).toBeVisible()

  // The guest's page was open all the time.
  await expect(guest.getByText('It was sent with Royal Mail, number RM123456789GB.')).toBeVisible({ timeout: 2_000 })
  await visit.close()
})

test('a merchant changes a price, and the shop charges it', async ({ page }) => {
  await signIn(page, 'merchant', '/admin/products')
  await page.goto('/admin/products?q=skerry')
  await page
    .getByRole('link', { name: /skerry tent/i })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /skerry tent/i })).toBeVisible()
  await page
    .getByRole('button', { name: /change price/i })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('New price').fill('201.50')
  await dialog.getByLabel('Reason').fill('Ripstop went up')
  await dialog.getByRole('button', { name: 'Change price' }).click()
  await expect(page.getByText('£201.50').first()).toBeVisible()
  await page.goto('/product/skerry-tent')
  await expect(page.getByText('£201.50').first()).toBeVisible()
})
