import { type Browser, expect, type Page, test } from '@playwright/test'
import { childPid } from './world/processes'
import { addToCart, cartCount } from './world/shopping'
import { signIn } from './world/signing-in'

/** From the click on one device to the change on another. */
const SOON_MS = 1_000

test("a customer's other device shows it within a second, and asks once", async ({ browser, page }) => {
  await signIn(page, 'shopper', '/cart')
  await addToCart(page, 'half-day-rucksack')
  await page.goto('/cart')
  const other = await anotherDevice(browser)
  await signIn(other, 'shopper', '/cart')
  const asked = countReads(other)
  const before = await itemsIn(page)
  await untilListening(other)

  const delays: number[] = []
  for (let count = before + 1; count <= before + 5; count++) {
    const shown = whenShown(other, `${count} items`)
    const clicked = await page
      .getByRole('button', { name: 'One more' })
      .first()
      .evaluate((button: HTMLElement) => {
        button.click()
        return Date.now()
      })
    delays.push((await shown) - clicked)
  }
  // The quickest: two browsers and a shop on one machine hold each other up, and devices do not.
  expect(Math.min(...delays), `${delays}`).toBeLessThan(SOON_MS)
  expect(Math.max(...delays), `${delays}`).toBeLessThan(5 * SOON_MS)
  expect(asked()).toBeLessThanOrEqual(6)
  await other.context().close()
})

test('a stream that is lost is opened again, and what was missed shows', async ({ browser, page }) => {
  await signIn(page, 'shopper', '/cart')
  await addToCart(page, 'half-day-rucksack')
  await page.goto('/cart')
  const other = await anotherDevice(browser)
  await signIn(other, 'shopper', '/cart')
  await untilListening(other)
  const before = await itemsIn(page)

  process.kill(childPid('web'), 'SIGKILL')
  await page.getByRole('button', { name: 'One more' }).first().click()
  await expect(cartCount(page)).toContainText(`${before + 1} items`)
  await expect(cartCount(other)).toContainText(`${before + 1} items`, { timeout: 30_000 })
  await untilListening(other)
  await page.getByRole('button', { name: 'One more' }).first().click()
  await expect(cartCount(other)).toContainText(`${before + 2} items`, { timeout: 5 * SOON_MS })
  await other.context().close()
})

for (const { words, wayMs } of [
  { words: '', wayMs: 1_500 },
  { words: ', also if that takes long', wayMs: 4_000 },
])
  test(`what happens while the stream is being asked for shows${words}`, async ({ browser, page }) => {
    await signIn(page, 'shopper', '/cart')
    await addToCart(page, 'half-day-rucksack')
    await page.goto('/cart')
    const before = await itemsIn(page)
    const other = await anotherDevice(browser)
    await signIn(other, 'shopper', '/account')
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    await other.route('**/api/stream**', async (route) => {
      await released
      await route.continue()
    })
    const asked = other.waitForRequest('**/api/stream**')
    await other.goto('/cart')
    await asked
    await expect.poll(() => itemsIn(other)).toBe(before)

    await page.getByRole('button', { name: 'One more' }).first().click()
    await expect(cartCount(page)).toContainText(`${before + 1} items`)
    await page.reload()
    await expect(cartCount(page)).toContainText(`${before + 1} items`)
    await other.waitForTimeout(wayMs)
    release()
    await expect(cartCount(other)).toContainText(`${before + 1} items`, { timeout: 5 * SOON_MS })
    await other.context().close()
  })

test('what another device takes out of the cart leaves its place, and nothing moves', async ({ browser, page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = []
    const note = (list: PerformanceObserverEntryList) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) shifts.push(entry.startTime)
    }
    new PerformanceObserver(note).observe({ type: 'layout-shift', buffered: true })
    Object.assign(window, { shifts })
  })
  await signIn(page, 'shopper', '/cart')
  for (const slug of ['half-day-rucksack', 'diamond-kite']) await addToCart(page, slug)
  await page.goto('/cart')
  const lines = page.getByRole('list', { name: 'Items in the cart' }).getByRole('listitem')
  await expect(lines.first().getByRole('button', { name: 'One more' })).toBeVisible()
  const count = await lines.count()
  expect(count).toBeGreaterThan(1)
  const place = await lines.last().boundingBox()
  await untilListening(page)

  const other = await anotherDevice(browser)
  await signIn(other, 'shopper', '/cart')
  await other
    .getByRole('button', { name: /^Remove / })
    .first()
    .click()
  await expect(lines.first()).toContainText('Taken out elsewhere')
  expect(await lines.last().boundingBox()).toEqual(place)
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([])

  await lines
    .first()
    .getByRole('button', { name: /^Close the place of/ })
    .click()
  await expect(lines).toHaveCount(count - 1)
  await other.context().close()
})

async function anotherDevice(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  return context.newPage()
}

async function itemsIn(page: Page): Promise<number> {
  return Number(/(\d+) items?/.exec((await cartCount(page).textContent()) ?? '')?.[1])
}

/** Waits until the page's own stream stands: another one would be told the same at this moment. */
async function untilListening(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const source = new EventSource('/api/stream')
    await new Promise((resolve) => source.addEventListener('hello', resolve))
    source.close()
    // The page opened its own before this one.
    await new Promise((resolve) => setTimeout(resolve, 300))
  })
}

function countReads(page: Page): () => number {
  let count = 0
  page.on('request', (request) => request.url().includes('/api/read/cart') && count++)
  return () => count
}

/** When the cart in the header says so; as `Date.now()` tells. */
const whenShown = (page: Page, text: string) =>
  page.evaluate((wanted) => {
    const link = document.querySelector('header a[href="/cart"]') as Element
    return new Promise<number>((resolve) => {
      const look = () => link.textContent?.includes(wanted) && resolve(Date.now())
      new MutationObserver(look).observe(link, { subtree: true, childList: true, characterData: true })
    })
  }, text)
