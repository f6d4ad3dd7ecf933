import { expect, type Page, test } from '@playwright/test'
import { addToCart, cartCount, fillCheckout } from './world/shopping'
import { orderNumberOn, postItem } from './world/without-script'

const place = (page: Page) => page.getByRole('button', { name: 'Place order' }).click()

/** No order leaves before all have been pressed: a page that hears of the other's order has no such button any more. */
async function placeTogether(pages: readonly Page[]): Promise<void> {
  let waiting = 0
  let letGo = () => {}
  const areAllPressed = new Promise<void>((resolve) => {
    letGo = resolve
  })
  for (const page of pages) {
    await page.route('**/checkout', async (route) => {
      waiting += 1
      if (waiting === pages.length) letGo()
      await areAllPressed
      await route.fallback()
    })
  }
  await Promise.all(pages.map(place))
}

async function openCheckout(page: Page): Promise<void> {
  await page.goto('/checkout')
  await fillCheckout(page, 'approves')
}

/** Both pages show the confirmation of one order, and the shop has no other. */
async function expectOneOrder(pages: readonly [Page, Page]): Promise<void> {
  for (const page of pages) await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}\?placed/)
  const numbers = await Promise.all(pages.map(orderNumberOn))
  expect(numbers[1]).toBe(numbers[0])
  for (const page of pages) {
    await expect(page.getByRole('heading', { level: 1, name: 'Thank you' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Messages' })).toBeEmpty()
    await expect(cartCount(page)).not.toContainText('item')
  }
  await pages[0].goto('/orders')
  await expect(pages[0].getByRole('article')).toHaveCount(1)
  await expect(pages[0].getByRole('article')).toContainText(numbers[0] ?? '')
}

test('two tabs that press “Place order” at the same time show one order', async ({ context, page }) => {
  await addToCart(page, 'half-day-rucksack')
  const other = await context.newPage()
  for (const tab of [page, other]) await openCheckout(tab)
  await placeTogether([page, other])
  await expectOneOrder([page, other])
})

test('a tab that waits for its card while the other orders shows the other’s order', async ({ context, page }) => {
  await addToCart(page, 'half-day-rucksack')
  const other = await context.newPage()
  for (const tab of [page, other]) await openCheckout(tab)
  let letGo = () => {}
  const isOther = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await other.route('**/checkout', async (route) => {
    await isOther
    await route.fallback()
  })
  await place(other)
  await place(page)
  await page.waitForURL(/\/orders\//)
  await expect(other.getByRole('button', { name: /Placing the order/ })).toBeVisible()
  letGo()
  await expectOneOrder([page, other])
})

test('a checkout whose cart was ordered in another tab says so, and leads to the order', async ({ context, page }) => {
  await addToCart(page, 'half-day-rucksack')
  const other = await context.newPage()
  for (const tab of [page, other]) await openCheckout(tab)
  await place(page)
  await page.waitForURL(/\/orders\//)
  await expect(other.getByRole('heading', { name: 'This is ordered already' })).toBeVisible()
  await other.getByRole('link', { name: 'Look at the order' }).click()
  expect(await orderNumberOn(other)).toBe(await orderNumberOn(page))
})

test('two devices that know nothing of each other order one cart once', async ({ browser, context, page }) => {
  await addToCart(page, 'half-day-rucksack')
  const device = await browser.newContext({ storageState: { cookies: await context.cookies(), origins: [] } })
  const other = await device.newPage()
  await other.route('**/api/stream**', (route) => route.abort())
  for (const each of [page, other]) await openCheckout(each)
  await placeTogether([page, other])
  await expectOneOrder([page, other])
  await device.close()
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('two tabs post one order', async ({ context, page }) => {
    await postItem(page, 'half-day-rucksack')
    const other = await context.newPage()
    for (const tab of [page, other]) await openCheckout(tab)
    await other.getByLabel('Address line 1').fill('3 Harbour Steps')
    await placeTogether([page, other])
    await expectOneOrder([page, other])
  })
})
