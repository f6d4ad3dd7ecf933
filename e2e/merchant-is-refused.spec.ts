import { type Browser, expect, type Page, test } from '@playwright/test'
import { signIn } from './world/signing-in'

test('an order that a colleague cancelled is not shipped, and the page says what is true now', async ({
  browser,
  page,
}) => {
  // Nobody tells this page what the colleague did.
  await page.route('**/api/stream*', (route) => route.abort())
  await signIn(page, 'merchant', '/admin/orders')
  await page.goto('/admin/orders?status=paid')
  await page.getByRole('row').nth(1).getByRole('link', { name: /^TM-/ }).click()
  await expect(page.getByRole('button', { name: 'Ship order', exact: true })).toBeVisible()
  await page.route('**/api/read/**', (route) => route.abort())
  await cancelElsewhere(browser, page.url())

  await page.getByRole('button', { name: 'Ship order', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tracking number').fill('RM1')
  await page.unroute('**/api/read/**')
  await dialog.getByRole('button', { name: 'Ship order', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'is cancelled' })).toBeVisible()
  // The change is taken back, and what the colleague did has come in.
  await expect(page.getByText('Asked for by telephone')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ship order', exact: true })).toHaveCount(0)
})

test('what is typed about an order stays when a colleague takes its row away', async ({ browser, page }) => {
  await signIn(page, 'merchant', '/admin/orders')
  await page.goto('/admin/orders?status=paid')
  const number = page.locator('main tbody tr').first().getByRole('link', { name: /^TM-/ })
  const name = (await number.textContent()) ?? ''
  const order = (await number.getAttribute('href')) ?? ''
  await page.getByRole('button', { name: `Ship order ${name}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tracking number').fill('RM1')
  await cancelElsewhere(browser, order)

  await expect(page.locator('main tbody tr').filter({ hasText: name })).toHaveCount(0)
  await expect(dialog.getByLabel('Tracking number')).toHaveValue('RM1')
  await dialog.getByRole('button', { name: 'Ship order' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'is cancelled' })).toBeVisible()
  await expect(dialog).toHaveCount(0)
})

test('more than was paid cannot be refunded, and the form says how much can', async ({ page }) => {
  await signIn(page, 'merchant', '/admin/orders')
  await page.goto('/admin/orders?status=shipped')
  await page.getByRole('row').nth(1).getByRole('link', { name: /^TM-/ }).click()
  await page.getByRole('button', { name: 'Refund' }).click()
  const dialog = page.getByRole('dialog')
  const amount = dialog.getByLabel('Amount')
  const left = await amount.inputValue()
  await amount.fill('9999.00')
  await dialog.getByLabel('Reason').fill('Arrived torn')
  await dialog.getByRole('button', { name: 'Refund' }).click()
  await expect(dialog.getByText(`At most £${left} can go back.`)).toBeVisible()
  await amount.fill('1.16')
  await dialog.getByRole('button', { name: 'Refund' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('£1.16 refunded')).toBeVisible()
})

test('what a colleague wrote meanwhile is shown before it is replaced, and what was typed stays', async ({
  browser,
  page,
}) => {
  const edit = async (of: Page) => {
    await signIn(of, 'merchant', '/admin/products')
    await of.goto('/admin/products?q=orchard+ladder')
    await of
      .getByRole('link', { name: /orchard ladder/i })
      .first()
      .click()
    await of.getByRole('link', { name: 'Edit', exact: true }).click()
    await expect(of.getByLabel('Description')).not.toBeEmpty()
  }
  const save = (of: Page, description: string) =>
    of
      .getByLabel('Description')
      .fill(description)
      .then(() => of.getByRole('button', { name: 'Save changes' }).click())
  await edit(page)
  const context = await browser.newContext()
  const colleague = await context.newPage()
  await edit(colleague)
  await save(colleague, 'A colleague wrote this.')
  await colleague.waitForURL(/[0-9a-f-]{36}$/)
  await context.close()

  await save(page, 'I wrote this one.')
  await expect(page.getByRole('alert').getByText('A colleague wrote this.')).toBeVisible()
  await expect(page.getByLabel('Description')).toHaveValue('I wrote this one.')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.waitForURL(/[0-9a-f-]{36}$/)
  await expect(page.getByRole('list', { name: 'History' })).toContainText('I wrote this one.')
})

/** On another machine, as a colleague would. */
async function cancelElsewhere(browser: Browser, order: string): Promise<void> {
  const context = await browser.newContext()
  const colleague = await context.newPage()
  await signIn(colleague, 'merchant', '/admin/orders')
  await colleague.goto(order)
  await colleague.getByRole('button', { name: 'Cancel order' }).click()
  const question = colleague.getByRole('dialog')
  await question.getByLabel('Reason').fill('Asked for by telephone')
  const answered = colleague.waitForResponse((response) => response.request().method() === 'POST')
  await question.getByRole('button', { name: 'Cancel order' }).click()
  await answered
  await context.close()
}
