import { expect, test } from '@playwright/test'
import { recordingOf, watchFrames } from './frames/watch-frames'
import { addToCart, cartCount, checkOut } from './world/shopping'
import { withWorkerStopped } from './world/worker'

test('a guest finds a product, buys it, and sees the order being paid', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('searchbox').first().fill('tent')
  await page.keyboard.press('Enter')
  await page
    .getByRole('link', { name: /skerry tent/i })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Skerry tent' })).toBeVisible()
  await page.getByRole('button', { name: /add to cart/i }).click()
  await expect(cartCount(page)).toContainText('1')
  const number = await checkOut(page)
  await expect(page.getByText('Paid, being packed').first()).toBeVisible()
  await expect(cartCount(page)).not.toContainText('1')
  await page.goto('/orders')
  await expect(page.getByText(number)).toBeVisible()
})

test('the front page promises as many things as a department lists, what is sold out among them', async ({ page }) => {
  const departments = page
    .getByRole('main')
    .locator('a[href^="/category/"]')
    .filter({ hasText: /\d things?$/ })
  const countIn = (text: string | null) => text?.match(/\d+ things?/)?.[0] ?? 'no count'
  // Anew when it differs: somebody else may just have put a product on sale.
  await expect(async () => {
    await page.goto('/')
    const promised = await departments.evaluateAll((links) =>
      links.map((link) => ({ path: link.getAttribute('href') ?? '', text: link.textContent })),
    )
    expect(promised).toHaveLength(8)
    for (const { path, text } of promised) {
      await page.goto(path)
      expect(countIn(await page.getByRole('main').textContent()), path).toBe(countIn(text))
    }
  }).toPass()
})

test('a plain refresh shows the order and the cart at once, though the worker stands still', async ({ page }) => {
  await addToCart(page, 'half-day-rucksack')
  await expect(cartCount(page)).toContainText('1')
  await withWorkerStopped(async () => {
    const number = await checkOut(page)
    for (const path of [page.url(), '/orders']) {
      // The HTML itself, before any script.
      const html = await (await page.request.get(path)).text()
      expect(html).toContain(number)
    }
    await addToCart(page, 'half-day-rucksack')
    await expect(cartCount(page)).toContainText('1')
    await expect
      .poll(async () => (await page.request.get('/cart')).text(), { message: 'the cart of the HTML' })
      .toContain('Half-day rucksack')
  })
})

for (const width of [1280, 390]) {
  test(`a declined card is told, nothing moves for it, and another one can be tried, ${width} wide`, async ({
    context,
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await watchFrames(context)
    await addToCart(page, 'half-day-rucksack')
    await expect(cartCount(page)).toContainText('1')
    await checkOut(page, 'declines')
    await expect(page.getByText('The payment was declined').first()).toBeVisible()
    await page.waitForTimeout(200)
    expect((await recordingOf(page)).shifts).toEqual([])
    await expect(page.getByRole('heading', { level: 1, name: 'Not paid' })).toBeVisible()
    await page.getByRole('button', { name: 'Try another card' }).click()
    await expect(cartCount(page)).toContainText('1')
    await expect(page.getByLabel('Address line 1')).toHaveValue('2 Harbour Steps')
    await expect(page.getByLabel('E-mail')).toHaveValue('beryl@example.org')
    await expect(page.getByLabel('Card number')).toHaveValue('')
  })
}

test('the count on the cart changes at the click, and is right in the HTML of the next page', async ({ page }) => {
  await addToCart(page, 'half-day-rucksack')
  await expect(cartCount(page)).toContainText('1')
  await page.goto('/cart')
  const more = page.getByRole('button', { name: 'One more' }).first()
  for (let clicks = 0; clicks < 4; clicks++) await more.click()
  await expect(cartCount(page)).toContainText('5', { timeout: 1000 })
  await expect.poll(async () => (await page.request.get('/')).text()).toMatch(/5 items/)
})
