import { expect, type Page } from '@playwright/test'

/** Puts one of a product into the cart, from its page, and waits until the shop has it: what follows loads pages anew. */
export async function addToCart(page: Page, slug: string): Promise<void> {
  await page.goto(`/product/${slug}`)
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: /add to cart/i }).click()
  await answered
}

export const cartCount = (page: Page) => page.getByRole('banner').getByRole('link', { name: /cart/i })

export const CARDS = {
  approves: '4242 4242 4242 4242',
  declines: '4000 0000 0000 0002',
  delays: '4000 0000 0000 0259',
}

/** Fills the checkout and places the order; answers with its number, as the page tells it. */
export async function checkOut(page: Page, card: keyof typeof CARDS = 'approves'): Promise<string> {
  await page.goto('/checkout')
  await fillCheckout(page, card)
  await page.getByRole('button', { name: /place order/i }).click()
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}/)
  const number = page.getByText(/TM-[0-9A-Z]{5}-[0-9A-Z]{5}/).first()
  await expect(number).toBeVisible()
  return /TM-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec((await number.textContent()) ?? '')?.[0] ?? ''
}

/** Fills the form of the checkout, which must be open. */
export async function fillCheckout(page: Page, card: keyof typeof CARDS): Promise<void> {
  await page.getByLabel('E-mail').fill('beryl@example.org')
  await page.getByLabel('Name', { exact: true }).fill('Beryl Sands')
  await page.getByLabel('Address line 1').fill('2 Harbour Steps')
  await page.getByLabel('Town or city').fill('Whitby')
  await page.getByLabel('Postcode').fill('YO21 1AA')
  await fillCard(page, card)
}

async function fillCard(page: Page, card: keyof typeof CARDS): Promise<void> {
  await page.getByLabel('Card number').fill(CARDS[card])
  await page.getByLabel('Expiry').fill('12/34')
  await page.getByLabel('Security code').fill('123')
}
