import { expect, test } from '@playwright/test'
import { addToCart, cartCount } from './world/shopping'
import { signIn } from './world/signing-in'

test('a cart filled as a guest is there after signing in, and every page lengthens the session', async ({ page }) => {
  await addToCart(page, 'half-day-rucksack')
  await expect(cartCount(page)).toContainText('1')
  await signIn(page, 'shopper', '/cart')
  await expect(page.getByRole('main')).toContainText('Half-day rucksack')
  const given = await (await page.reload())?.headersArray()
  const renewed = given?.filter(({ name }) => name === 'set-cookie').map(({ value }) => value)
  expect(renewed).toContainEqual(expect.stringMatching(/^tidemark\.session_token=.*Max-Age=2592000/))
  await page.reload()
  await expect(page.getByRole('banner')).not.toContainText('Sign in')
})

test('somebody new signs up, and keeps what was in the cart', async ({ page }) => {
  await addToCart(page, 'half-day-rucksack')
  await expect(cartCount(page)).toContainText('1')
  await page.goto('/sign-up')
  await page.getByLabel('Name', { exact: true }).fill('Nell Winter')
  await page.getByLabel('E-mail').fill(`nell.${Date.now()}@example.org`)
  await page
    .getByLabel(/password/i)
    .first()
    .fill('a long enough one')
  await page.getByRole('button', { name: /(sign up|create)/i }).click()
  await expect(page).not.toHaveURL(/sign-up/)
  await page.goto('/cart')
  await expect(page.getByRole('main')).toContainText('Half-day rucksack')
})

test('a wrong password is refused in words that say nothing of the account', async ({ page }) => {
  const say = async (email: string) => {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: /sign in/i }).click()
    return page.getByRole('main').getByRole('alert').textContent()
  }
  expect(await say('shopper@tidemark.example')).toBe(await say('nobody@tidemark.example'))
})
