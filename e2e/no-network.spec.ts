import { expect, type Page, test } from '@playwright/test'
import { syncLine, untilKept } from './world/network'
import { addToCart, CARDS, cartCount, fillCheckout } from './world/shopping'
import { signIn } from './world/signing-in'

test.use({ serviceWorkers: 'allow' })

test('what is done without a network survives a reload, and goes out in order when there is one', async ({
  context,
  page,
}) => {
  const noise: string[] = []
  page.on('pageerror', (error) => noise.push(String(error)))
  page.on('console', (message) => /content security|hydrat/i.test(message.text()) && noise.push(message.text()))
  await page.goto('/product/half-day-rucksack')
  await untilKept(page, '/product/half-day-rucksack', '/cart', '/offline')
  await context.setOffline(true)

  await page.getByRole('button', { name: /add to cart/i }).click()
  await expect(cartCount(page)).toContainText('1 item')
  await expect(syncLine(page)).toHaveText('Offline, 1 waiting')
  await cartCount(page).click()
  await page.waitForURL('**/cart')
  for (let clicks = 0; clicks < 2; clicks++) await page.getByRole('button', { name: 'One more' }).click()
  await page.reload()
  await expect(cartCount(page)).toContainText('3 items')
  await expect(syncLine(page)).toHaveText(/Offline, \d waiting/)

  await page.goto('/about')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The tide is out')
  const sent = commandsOf(page)
  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('The tide is out')
  await expect.poll(async () => (await page.request.get('/cart')).text()).toContain('3 items')
  expect(sent().filter((name, at, all) => name !== all[at - 1])).toEqual(['AddItemToCart', 'ChangeItemQuantity'])
  expect(noise).toEqual([])
})

test('a checkout without a network says that it waits, and is one order when there is one', async ({
  context,
  page,
}) => {
  await addToCart(page, 'half-day-rucksack')
  await page.goto('/checkout')
  await fillCheckout(page, 'approves')
  await context.setOffline(true)
  const place = page.getByRole('button', { name: /place order|waiting for the network/i })
  await place.click()
  await expect(page.getByText('Nothing is ordered yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Do not order' }).click()
  await expect(page.getByText('Nothing is ordered yet.')).toBeHidden()
  await place.click()
  await place.dispatchEvent('click')
  await expect(page.getByText('Nothing is ordered yet.')).toBeVisible()
  expect(await kept(page)).not.toContain(CARDS.approves)

  await context.setOffline(false)
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}/)
  await expect(page.getByText('Paid, being packed').first()).toBeVisible()
  await page.goto('/orders')
  await expect(page.getByRole('listitem').filter({ hasText: /TM-/ })).toHaveCount(1)
})

test("another person's pages are gone from this browser, and staff's were never kept", async ({ context, page }) => {
  await signIn(page, 'shopper', '/orders')
  await untilKept(page, '/orders')
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await untilKept(page, '/')
  expect(await kept(page)).not.toContain('/orders')

  await signIn(page, 'merchant', '/admin')
  await page.goto('/admin/orders')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.poll(() => kept(page)).not.toMatch(/\/(admin|cart|pages)/)
  await context.setOffline(true)
  expect(await page.goto('/admin/orders').catch(() => 'no page')).toBe('no page')
})

/**
 * The commands that the page has sent since, in their order; each once: a call that a page loses when it is loaded anew is
 * made again.
 */
function commandsOf(page: Page): () => string[] {
  const names = new Map<string, string>()
  page.on('request', (request) => {
    const body = request.method() === 'POST' ? (request.postData() ?? '') : ''
    const commands = body.matchAll(/"id":"([0-9a-f-]+)","name":"([A-Za-z]+)","input":/g)
    for (const [, id, name] of commands) if (id && name && !names.has(id)) names.set(id, name)
  })
  return () => [...names.values()]
}

/** Everything that this browser has kept: what stands in its storage, and the names of what stands in its caches. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const addresses = []
    for (const name of await caches.keys()) {
      if (name.endsWith('/assets')) continue
      for (const { url } of await (await caches.open(name)).keys()) addresses.push(`${name} ${new URL(url).pathname}`)
    }
    return JSON.stringify([addresses, { ...localStorage }, document.cookie])
  })
