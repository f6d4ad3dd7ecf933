import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { addToCart, cartCount } from './world/shopping'
import { signIn } from './world/signing-in'

const SHOP = [
  '/',
  '/category/kitchen',
  '/search?q=wool',
  '/product/skerry-tent',
  '/cart',
  '/checkout',
  '/orders',
  '/sign-in',
  '/sign-up',
  '/nowhere',
]
const ADMIN = [
  '/admin',
  '/admin/orders',
  '/admin/products',
  '/admin/products/new',
  '/admin/stock',
  '/admin/operations/mailbox',
]

const SETTLED_MS = 800

async function look(page: import('@playwright/test').Page, path: string): Promise<void> {
  const noise: string[] = []
  const onConsole = (message: import('@playwright/test').ConsoleMessage) => {
    const isExpected = path === '/nowhere' && message.text().includes('404')
    if (message.type() === 'error' && !isExpected) noise.push(message.text())
  }
  const onRequest = (request: import('@playwright/test').Request) => {
    const { hostname, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') noise.push(`asked for ${request.url()}`)
  }
  page.on('console', onConsole)
  page.on('request', onRequest)
  // The network is never idle: a page keeps a stream open. What is asked for late is asked for by then.
  await page.goto(path)
  await page.waitForTimeout(SETTLED_MS)
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${path} scrolls sideways at ${width}`).toBeLessThanOrEqual(0)
  }
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id, nodes }) => `${path}: ${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(noise, path).toEqual([])
  page.off('console', onConsole)
  page.off('request', onRequest)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page of the shop is sound, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(180_000)
    const context = await browser.newContext({ colorScheme })
    const page = await context.newPage()
    await addToCart(page, 'half-day-rucksack')
    await expect(cartCount(page)).toContainText('1')
    for (const path of SHOP) await look(page, path)
    await context.close()
  })

  test(`every page of the back office is sound, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(180_000)
    const context = await browser.newContext({ colorScheme })
    const page = await context.newPage()
    await signIn(page, 'merchant', '/admin')
    for (const path of ADMIN) await look(page, path)
    await context.close()
  })
}
