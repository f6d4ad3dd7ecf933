import { expect, type Page } from '@playwright/test'
import { CARDS } from './shopping'

/** Puts an item into the cart by its form, which brings the same page back. */
export async function postItem(page: Page, slug: string, quantity = 1): Promise<void> {
  await page.goto(`/product/${slug}`)
  await page.getByRole('textbox', { name: /^Quantity of/ }).fill(String(quantity))
  await page.getByRole('button', { name: 'Add to cart' }).click()
}

export async function fillCheckout(page: Page, card: keyof typeof CARDS = 'approves'): Promise<void> {
  await page.getByLabel('E-mail').fill('beryl@example.org')
  await page.getByLabel('Name', { exact: true }).fill('Beryl Sands')
  await page.getByLabel('Address line 1').fill('2 Harbour Steps')
  await page.getByLabel('Town or city').fill('Whitby')
  await page.getByLabel('Postcode').fill('YO21 1AA')
  await fillCard(page, card)
}

export async function fillCard(page: Page, card: keyof typeof CARDS = 'approves'): Promise<void> {
  await page.getByLabel('Card number').fill(CARDS[card])
  await page.getByLabel('Expiry').fill('12/34')
  await page.getByLabel('Security code').fill('123')
}

/** The number of the order whose page this is. */
export async function orderNumberOn(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}/)
  const text = await page
    .getByText(/TM-[0-9A-Z]{5}-[0-9A-Z]{5}/)
    .first()
    .textContent()
  return /TM-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(text ?? '')?.[0] ?? ''
}
