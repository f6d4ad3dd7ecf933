import { expect, type Page, test } from '@playwright/test'
import { holdCommands } from './world/holding'
import { cartCount } from './world/shopping'

const tiles = (page: Page) => page.getByRole('main').getByRole('article')
const button = (page: Page, name: string) => tiles(page).filter({ hasText: name }).getByRole('button')

/** The name of the first product of the list that has a button. */
async function firstToAdd(page: Page): Promise<string> {
  const tile = tiles(page)
    .filter({ has: page.getByRole('button') })
    .first()
  return (await tile.getByRole('heading').textContent()) ?? ''
}

test('an item goes into the cart from the list at the click, and is there after a reload', async ({
  context,
  page,
}) => {
  await page.goto('/category/kitchen')
  const name = await firstToAdd(page)
  const { release } = await holdCommands(context)
  await button(page, name).click()
  await expect(button(page, name)).toContainText('1 in cart', { timeout: 1_000 })
  await expect(cartCount(page)).toContainText('1 item')
  const response = await page.reload()
  expect(await response?.text()).toContain('1 in cart')
  await release()
  await button(page, name).click()
  await expect(cartCount(page)).toContainText('2 items')
  await page.goto('/cart')
  await expect(page.getByRole('list', { name: 'Items in the cart' })).toContainText(name)
})

test('the button waits until somebody turns to the card, by pointer or by keyboard', async ({ page }) => {
  await page.goto('/category/kitchen')
  const add = button(page, await firstToAdd(page))
  await expect(add).toHaveCSS('opacity', '0')
  await add.hover()
  await expect(add).toHaveCSS('opacity', '1')
  await page.mouse.move(0, 0)
  await expect(add).toHaveCSS('opacity', '0')
  await add.focus()
  await expect(add).toHaveCSS('opacity', '1')
})

test('what comes in several versions is chosen on its page, and what is sold out is not for adding', async ({
  page,
}) => {
  await page.goto('/search')
  for (const words of [/Choose from \d/, /Sold out/]) {
    for (const tile of await tiles(page).filter({ hasText: words }).all()) {
      await expect(tile.getByRole('button')).toHaveCount(0)
    }
  }
  expect(
    await tiles(page)
      .filter({ hasText: /Choose from \d/ })
      .count(),
  ).toBeGreaterThan(0)
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('the form puts one in and brings the list back', async ({ page }) => {
    await page.goto('/category/kitchen?stock=1&sort=name')
    const name = await firstToAdd(page)
    await button(page, name).click()
    await expect(page).toHaveURL(/\/category\/kitchen\?stock=1&sort=name#at-/)
    await expect(button(page, name)).toContainText('1 in cart')
    await expect(cartCount(page)).toContainText('1')
    await button(page, name).click()
    await expect(button(page, name)).toContainText('2 in cart')
  })
})
