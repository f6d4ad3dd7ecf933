import { expect, type Page, test } from '@playwright/test'
import { recordingOf, watchFrames } from './frames/watch-frames'
import { signIn } from './world/signing-in'
import { type SlowWire, startSlowWire } from './world/slow-wire'

let wire: SlowWire

test.beforeAll(async ({ baseURL }) => {
  wire = await startSlowWire(baseURL ?? '')
})

test.afterAll(() => wire.cut())

async function expectNothingToMove(page: Page, path: string): Promise<void> {
  await page.goto(wire.address + path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const { frames, shifts } = await recordingOf(page)
  expect(shifts).toEqual([])
  expect(frames).toBeGreaterThan(0)
}

test('a page of the shop that arrives in pieces does not move while it does', async ({ context, page }) => {
  await watchFrames(context)
  await expectNothingToMove(page, '/')
})

test('a cart that is drawn before the end of its sums has come does not move when that comes', async ({
  context,
  page,
}) => {
  await page.goto('/product/half-day-rucksack')
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByRole('link', { name: /, 1 item$/ })).toBeVisible()
  await watchFrames(context)
  await expectNothingToMove(page, '/cart')
})

for (const path of ['/admin/products', '/admin/stock', '/admin/orders', '/admin/customers', '/admin'])
  test(`a page of the back office that arrives in pieces does not move while it does: ${path}`, async ({
    context,
    page,
  }) => {
    await signIn(page, 'merchant', '/admin')
    await watchFrames(context)
    await expectNothingToMove(page, path)
  })

test('an order whose address is too long for its column has a row as high as any', async ({ context, page }) => {
  await page.setViewportSize({ width: 800, height: 720 })
  await signIn(page, 'merchant', '/admin')
  await watchFrames(context)
  await expectNothingToMove(page, '/admin/orders')
  const heights = await page
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => Math.round(row.getBoundingClientRect().height)))
  expect(heights.length).toBeGreaterThan(5)
  expect(new Set(heights).size).toBe(1)
})
