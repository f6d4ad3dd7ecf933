import { expect, type Page, test } from '@playwright/test'
import { cartCount } from './world/shopping'
import { signIn } from './world/signing-in'
import { fillCard, fillCheckout, orderNumberOn, postItem } from './world/without-script'
import { withWorkerStopped } from './world/worker'

test.use({ javaScriptEnabled: false })

const lines = 'Items in the cart'

test('a guest buys from the product page to the confirmation, and a reload shows it with the worker stopped', async ({
  page,
}) => {
  await withWorkerStopped(async () => {
    await postItem(page, 'half-day-rucksack', 2)
    await expect(page).toHaveURL(/\/product\/half-day-rucksack\?variant=[^#]+#buy$/)
    await expect(page.getByText('2 of these are in your cart.')).toBeVisible()
    await expect(cartCount(page)).toContainText('2')

    await page.getByRole('link', { name: 'Go to the cart' }).click()
    await page.getByRole('button', { name: 'One more' }).click()
    await expect(cartCount(page)).toContainText('3')
    await page.getByRole('button', { name: 'One less' }).click()
    await expect(cartCount(page)).toContainText('2')
    await page.getByRole('textbox', { name: /^Quantity of/ }).fill('1')
    await page.getByRole('textbox', { name: /^Quantity of/ }).press('Enter')
    await expect(cartCount(page)).toContainText('1')

    await page.getByRole('link', { name: 'Check out' }).click()
    await fillCheckout(page)
    await page.getByRole('button', { name: 'Place order' }).click()
    const number = await orderNumberOn(page)
    await expect(page.getByRole('heading', { level: 1, name: 'Thank you' })).toBeVisible()
    await page.reload()
    await expect(page.getByText(number).first()).toBeVisible()
    await expect(cartCount(page)).not.toContainText('1')
    await page.goto('/orders')
    await expect(page.getByText(number)).toBeVisible()
  })
  await expect(async () => {
    await page.goto('/orders')
    await expect(page.getByText('Paid, being packed').first()).toBeVisible({ timeout: 500 })
  }).toPass()
})

test('an item is taken out of the cart', async ({ page }) => {
  await postItem(page, 'half-day-rucksack')
  await page.goto('/cart')
  await page.getByRole('button', { name: 'Remove Half-day rucksack' }).click()
  await expect(page.getByRole('heading', { name: 'Your cart is empty' })).toBeVisible()
})

test('more than there is is refused in words, and what was entered is still there', async ({ page }) => {
  await postItem(page, 'half-day-rucksack', 99)
  const refusal = page.getByRole('main').getByRole('alert')
  await expect(refusal).toContainText('There is not enough left')
  await expect(page.getByRole('textbox', { name: /^Quantity of/ })).toHaveValue('99')
  const rest = refusal.getByRole('button', { name: /^Take the \d+ that are left$/ })
  const left = /\d+/.exec((await rest.textContent()) ?? '')?.[0] ?? ''
  await rest.click()
  await expect(page.getByText(`All ${left} that you can have are in your cart.`)).toBeVisible()

  await page.goto('/cart')
  await page.getByRole('button', { name: 'One more' }).click()
  await expect(page.getByRole('list', { name: lines }).getByRole('alert')).toContainText('There is not enough left')
  await expect(cartCount(page)).toContainText(left)
  await page.getByRole('textbox', { name: /^Quantity of/ }).fill('a few')
  await page.getByRole('textbox', { name: /^Quantity of/ }).press('Enter')
  await expect(page.getByRole('alert')).toContainText('Enter a whole number from 1 to 99.')
})

test('a form that is posted twice puts in one item, and places one order', async ({ page }) => {
  await page.goto('/product/half-day-rucksack')
  await twice(page, 'Add to cart')
  await expect(cartCount(page)).toContainText('1')

  await page.goto('/checkout')
  await fillCheckout(page)
  await twice(page, 'Place order')
  const number = await orderNumberOn(page)
  await page.goto('/orders')
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(page.getByText(number)).toBeVisible()
})

test('the checkout says what is wrong at the field, keeps what was entered, and never says a card back', async ({
  page,
}) => {
  await postItem(page, 'half-day-rucksack')
  await page.goto('/checkout')
  await fillCheckout(page)
  await page.getByLabel('Postcode').fill('')
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page.getByText('Enter a postcode.')).toBeVisible()
  await expect(page.getByLabel('Address line 1')).toHaveValue('2 Harbour Steps')
  expect(await page.content()).not.toContain('value="4242')
  await expect(page.getByLabel('Card number')).toHaveValue('')

  await page.getByLabel('Postcode').fill('YO21 1AA')
  await fillCard(page)
  await page.getByLabel('Card number').fill('4242 4242 4242 4241')
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page.getByText('This is not the number of a card')).toBeVisible()
  await fillCard(page)
  await page.getByRole('button', { name: 'Place order' }).click()
  await orderNumberOn(page)
})

test('a customer signs in, buys to a saved address or another one, and cancels', async ({ page }) => {
  await postItem(page, 'half-day-rucksack')
  await signIn(page, 'shopper', '/checkout')
  await fillCard(page)
  await page.getByRole('button', { name: 'Place order' }).click()
  const number = await orderNumberOn(page)
  await page.getByRole('button', { name: 'Cancel the order' }).click()
  await expect(page.getByText('Cancel this order?')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel the order' }).click()
  await expect(page.getByText('This order is cancelled')).toBeVisible()
  await expect(page.getByText(number).first()).toBeVisible()
  await page.getByRole('button', { name: 'Put everything back into the cart' }).click()
  await expect(page.getByRole('list', { name: lines })).toContainText('Half-day rucksack')
})

test('whose card was declined tries another one with what was entered, which nobody else is shown', async ({
  page,
  browser,
}) => {
  await postItem(page, 'half-day-rucksack')
  await page.goto('/checkout')
  await fillCheckout(page, 'declines')
  await page.getByRole('button', { name: 'Place order' }).click()
  const number = await orderNumberOn(page)
  await expect(async () => {
    await page.goto(new URL(page.url()).pathname)
    await expect(page.getByText('The payment was declined').first()).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.getByRole('button', { name: 'Try another card' }).click()
  await expect(page.getByLabel('Address line 1')).toHaveValue('2 Harbour Steps')

  const { pathname, search } = new URL(page.url())
  const staff = await browser.newContext({ javaScriptEnabled: false })
  const staffPage = await staff.newPage()
  await signIn(staffPage, 'merchant')
  await postItem(staffPage, 'half-day-rucksack')
  await staffPage.goto(pathname + search)
  await expect(staffPage.getByLabel('Card number')).toBeVisible()
  expect(await staffPage.content()).not.toContain('Harbour Steps')
  await staff.close()

  await fillCard(page)
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page).toHaveURL(/placed/)
  expect(await orderNumberOn(page)).not.toBe(number)
})

test('a form that stands on another site does nothing', async ({ page, request }) => {
  await page.goto('/product/half-day-rucksack')
  const form = await page.locator('form#buy').innerHTML()
  const variant = await page.locator('form#buy [name="variant"]').first().getAttribute('value')
  const multipart: Record<string, string> = { quantity: '1', variant: variant ?? '' }
  for (const [, name, value] of form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)) {
    multipart[name ?? ''] = (value ?? '').replaceAll('&quot;', '"')
  }
  const post = (origin: string) => request.post('/product/half-day-rucksack', { multipart, headers: { origin } })
  const own = new URL(page.url()).origin
  expect((await post('https://elsewhere.example')).ok()).toBe(false)
  const isInCart = async () => (await (await request.get('/cart')).text()).includes('Half-day rucksack')
  expect(await isInCart()).toBe(false)
  expect((await post(own)).ok()).toBe(true)
  expect(await isInCart()).toBe(true)
})

test('a click before the script is there posts the form', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: true })
  const page = await context.newPage()
  await page.route(/_next\/static\/.*\.js/, (route) => route.abort())
  await page.goto('/product/half-day-rucksack')
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(cartCount(page)).toContainText('1')
  await page.unroute(/_next\/static\/.*\.js/)
  await page.reload()
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(cartCount(page)).toContainText('2')
  await context.close()
})

/** Presses the button, and sends what it posts once more at the same time. */
async function twice(page: Page, name: string): Promise<void> {
  const copies: Promise<unknown>[] = []
  await page.route('**/*', async (route) => {
    if (route.request().method() === 'POST') copies.push(route.fetch({ maxRedirects: 0 }))
    await route.continue()
  })
  await page.getByRole('button', { name }).click()
  await page.unroute('**/*')
  await Promise.all(copies)
  expect(copies).toHaveLength(1)
}
