import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { nameProduct } from './world/naming-products'
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

  await page.goto(`/admin/orders?q=${number.replaceAll('-', '').toLowerCase()}`)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV' }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  expect(file.trimEnd().split('\r\n')).toEqual([
    expect.stringMatching(/^\uFEFFOrder,/),
    expect.stringMatching(new RegExp(`^${number},\\d{4}-.+Z,To ship,.+,GBP,\\d+\\.\\d\\d,0\\.00$`)),
  ])
  await page.getByRole('link', { name: number }).click()
  await page.getByRole('button', { name: 'Ship order', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tracking number').fill('RM123456789GB')
  await dialog.getByRole('button', { name: 'Ship order' }).click()
  await expect(page.getByText('Shipped with Royal Mail')).toBeVisible()

  // The guest's page was open all the time.
  await expect(guest.getByText('It was sent with Royal Mail, number RM123456789GB.')).toBeVisible({ timeout: 8_000 })
  await visit.close()
})

test('an order that is refunded in full is not to be shipped any more, and its buyer reads that it is cancelled', async ({
  browser,
  page,
}) => {
  const visit = await browser.newContext()
  const guest = await visit.newPage()
  await addToCart(guest, 'half-day-rucksack')
  await expect(cartCount(guest)).toContainText('1')
  const number = await checkOut(guest)
  await expect(guest.getByText('Paid, being packed').first()).toBeVisible()

  await signIn(page, 'merchant', '/admin/orders')
  const refund = async (amount?: string) => {
    await page.goto(`/admin/orders?status=paid&q=${number}`)
    await page.getByRole('link', { name: number }).click()
    await page.getByRole('button', { name: 'Refund' }).click()
    const dialog = page.getByRole('dialog')
    if (amount) await dialog.getByLabel('Amount').fill(amount)
    await dialog.getByLabel('Reason').fill('No longer to be had')
    await dialog.getByRole('button', { name: 'Refund' }).click()
    await expect(dialog).toHaveCount(0)
  }
  await refund('1.16')
  await expect(page.getByRole('button', { name: 'Cancel order' })).toBeVisible()
  await refund()
  for (const name of ['Ship order', 'Cancel order', 'Refund'])
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)
  await expect(page.getByText('Cancelled', { exact: true }).first()).toBeVisible()

  await page.goto(`/admin/orders?status=paid&q=${number}`)
  await expect(page.getByText('No order is like that')).toBeVisible()
  await expect(guest.getByText('This order is cancelled')).toBeVisible()
  await expect(guest.getByText('It is being packed')).toHaveCount(0)
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
    .getByRole('button', { name: /^reprice/i })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('New price').fill('201.50')
  await dialog.getByLabel('Reason').fill('Ripstop went up')
  // Words are marked, and the button let go of outside: what was typed stays.
  const reason = await dialog.getByLabel('Reason').boundingBox()
  await page.mouse.move((reason?.x ?? 0) + 40, (reason?.y ?? 0) + 10)
  await page.mouse.down()
  await page.mouse.move(5, 5)
  await page.mouse.up()
  await dialog.getByRole('button', { name: 'Change price' }).click()
  await expect(page.getByText('£201.50').first()).toBeVisible()
  await page.goto('/product/skerry-tent')
  await expect(page.getByText('£201.50').first()).toBeVisible()
})

test('a merchant puts a product on sale: Enter takes no version away, and the first click counts; then says more of it, and how many there are', async ({
  page,
}) => {
  await signIn(page, 'merchant', '/admin/products/new')
  await nameProduct(page, 'Gale lantern')
  await page.getByRole('button', { name: 'Another version' }).click()
  const versions = page.getByRole('group', { name: /^Version \d$/ })
  await expect(versions).toHaveCount(2)
  for (const [place, label] of ['Brass', 'Tin'].entries()) {
    const version = versions.nth(place)
    await version.getByRole('textbox', { name: 'Version' }).fill(label)
    await version.getByLabel('SKU').fill(`GALE-${place}`)
    await version.getByLabel('Price').fill('24.00')
    await version.getByLabel('In stock').fill('6')
  }
  await page.getByLabel('Find a drawing').fill('boot')
  await page.getByLabel('Find a drawing').press('Enter')
  await expect(page.getByText('Give it a name.')).toHaveCount(0)
  await page.getByRole('radio', { name: 'walking boot' }).check()
  await page.getByLabel('Name', { exact: true }).press('Enter')
  await expect(page.getByText('Choose where it stands in the shop.')).toBeVisible()
  await expect(versions).toHaveCount(2)
  const question = page.waitForEvent('dialog')
  const left = page.getByRole('link', { name: 'Cancel' }).click()
  await (await question).dismiss()
  await left
  await page.getByLabel('Category').selectOption('outdoors')
  await page.getByLabel('Description').fill('Burns in any wind.')
  await page.getByRole('button', { name: 'Create product' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Gale lantern' })).toBeVisible()

  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill('Hurricane lantern')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hurricane lantern', exact: true })).toBeVisible()
  await page.getByRole('button', { name: /^Correct stock of .*Brass/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('How many can be sold').fill('0')
  await dialog.getByLabel('Reason').selectOption('damaged')
  await dialog.getByRole('button', { name: 'Correct stock' }).click()
  await expect(page.getByText('Brass: 6 fewer in stock')).toBeVisible()
  await page.getByRole('link', { name: 'See it in the shop' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hurricane lantern' })).toBeVisible()
  await expect(page).toHaveURL(/\/product\/gale-lantern/)
})

test('what a merchant types while an earlier answer is on its way stays', async ({ page }) => {
  await signIn(page, 'merchant', '/admin/products')
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/admin/products?q=sker&*', async (route) => {
    await released
    await route.continue()
  })
  const words = page.getByLabel('Name or SKU')
  // As often as it takes: a form that is not alive yet asks for nothing.
  await expect(async () => {
    const asked = page.waitForRequest('**/admin/products?q=sker&*', { timeout: 8_000 })
    await words.fill('')
    await words.fill('sker')
    await asked
  }).toPass()
  await words.fill('skerry tent')
  await words.blur()
  release()
  await page.waitForURL('**/admin/products?q=skerry+tent')
  await expect(words).toHaveValue('skerry tent')
})
