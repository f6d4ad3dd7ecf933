import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { nameProduct } from './world/naming-products'
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
  '/forgot-password',
  '/reset-password',
  '/nowhere',
]
const ADMIN = [
  '/admin',
  '/admin/orders',
  '/admin/products',
  '/admin/products/new',
  '/admin/stock',
  '/admin/customers',
  '/admin/operations',
  '/admin/operations/mailbox',
]

const SETTLED_MS = 800
/** So many are looked at at the same time: while one settles, the other is searched. */
const TABS = 2

// Colours change at once.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** What must not be heard from a page: errors, and requests that go anywhere else. */
function listenFor(page: Page, path: string): string[] {
  const noise: string[] = []
  page.on('console', (message) => {
    const isExpected = path === '/nowhere' && message.text().includes('404')
    if (message.type() === 'error' && !isExpected) noise.push(message.text())
  })
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') noise.push(`asked for ${request.url()}`)
  })
  return noise
}

async function expectNoOverflow(page: Page, what: string): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    // A chart takes its new width in the next frame.
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    await expect.poll(overflow, { message: `${what} scrolls sideways at ${width}` }).toBeLessThanOrEqual(0)
  }
}

async function look(context: BrowserContext, path: string): Promise<void> {
  const page = await context.newPage()
  const noise = listenFor(page, path)
  // The network is never idle: a page keeps a stream open. What is asked for late is asked for by then.
  await page.goto(path)
  await page.waitForTimeout(SETTLED_MS)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectNoOverflow(page, `${path}, ${colorScheme},`)
    const axe = new AxeBuilder({ page })
    // Of all that is looked for, only contrast is another matter in the dark.
    if (colorScheme === 'dark') axe.withRules('color-contrast')
    const { violations } = await axe.analyze()
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(grave.map(({ id, nodes }) => `${path}, ${colorScheme}: ${id}: ${nodes[0]?.html}`)).toEqual([])
  }
  expect(noise, path).toEqual([])
  await page.close()
}

async function lookAtAll(context: BrowserContext, paths: readonly string[]): Promise<void> {
  const left = [...paths]
  const lookAtNext = async (): Promise<void> => {
    for (let path = left.shift(); path; path = left.shift()) await look(context, path)
  }
  await Promise.all(Array.from({ length: TABS }, lookAtNext))
}

test('every page of the shop is sound, in light and in dark', async ({ context, page }) => {
  test.setTimeout(180_000)
  await addToCart(page, 'half-day-rucksack')
  await expect(cartCount(page)).toContainText('1')
  await lookAtAll(context, SHOP)
})

test('every page of the back office is sound, in light and in dark', async ({ context, page }) => {
  test.setTimeout(180_000)
  await signIn(page, 'merchant', '/admin')
  await lookAtAll(context, ADMIN)
})

test('a word that is too long makes no page wider', async ({ page }) => {
  await signIn(page, 'merchant', '/admin/products/new')
  await nameProduct(page, 'Schifffahrtskapitaenskajutenlampe')
  await page.getByLabel('Category').selectOption('gear')
  await page.getByLabel('Description').fill('Burns in any wind.')
  await page.getByRole('group', { name: 'Picture' }).getByRole('radio').first().check()
  await page.getByLabel('SKU').fill('KAJ-1')
  await page.getByLabel('Price').fill('24.00')
  await page.getByLabel('In stock').fill('1')
  await page.getByRole('button', { name: 'Create product' }).click()
  const word = page.getByText('Schifffahrtskapitaenskajutenlampe').first()
  await page.waitForURL(/[0-9a-f-]{36}$/)
  await expect(word).toBeVisible()
  await expectNoOverflow(page, 'its page in the back office')
  for (const path of [
    '/product/schifffahrtskapitaenskajutenlampe',
    '/category/gear?sort=newest',
    '/admin',
    '/admin/products?q=kajuten',
    `/search?q=${'wool'.repeat(25)}`,
  ]) {
    await page.goto(path)
    if (!path.includes('wool')) await expect(word).toBeVisible()
    await expectNoOverflow(page, path)
  }
})

test('on a phone the strip of departments begins where one is, and stays where a finger pointed', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  const strip = page.getByRole('navigation', { name: 'Departments' })
  const link = (name: string) => strip.getByRole('link', { name, exact: true })
  await page.goto('/')
  await link('Kitchen').click()
  await expect(link('Kitchen')).toHaveAttribute('aria-current', 'page')
  await expect(link('Outdoors')).toBeInViewport({ ratio: 1 })
  await page.goto('/category/gear')
  await expect(link('Gear')).toBeInViewport({ ratio: 1 })
  await expect(link('Outdoors')).not.toBeInViewport()
})

test('a search engine is shown the way to everything that is on sale, and to nothing of anybody', async ({ page }) => {
  const text = async (path: string) => (await page.request.get(path)).text()
  const robots = await text('/robots.txt')
  for (const path of ['/admin', '/cart', '/checkout', '/account', '/orders', '/search', '/api/'])
    expect(robots).toContain(`Disallow: ${path}`)
  const [, map = ''] = /Sitemap: (.+)/.exec(robots) ?? []
  const addresses = [...(await text(new URL(map).pathname)).matchAll(/<loc>([^<]+)</g)].map(
    ([, at = '']) => new URL(at),
  )
  const paths = addresses.map(({ pathname }) => pathname)
  for (const path of ['/', '/category/wear', '/product/skerry-tent']) expect(paths).toContain(path)

  await page.goto('/product/skerry-tent?variant=none')
  const content = (selector: string, name: string) => page.locator(`head ${selector}`).getAttribute(name)
  expect(await content('link[rel=canonical]', 'href')).toMatch(/^http.+\/product\/skerry-tent$/)
  expect(await content('meta[property="og:title"]', 'content')).toBe('Skerry tent')
  expect((await page.request.get((await content('meta[property="og:image"]', 'content')) ?? '')).ok()).toBe(true)
  const facts = await page.locator('script[type="application/ld+json"]').textContent()
  expect(JSON.parse(facts ?? '')).toMatchObject({ '@type': 'Product', offers: [{ priceCurrency: 'GBP' }, {}] })
  await page.goto('/category/wear?stock=1&sort=name')
  expect(await content('link[rel=canonical]', 'href')).toMatch(/\/category\/wear$/)
})
