import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type LaggingShop, startLaggingShop } from './frames/lagging-shop'
import { openBackOffice, openContext, play, SCENARIOS } from './frames/play'
import { textbookVanishingFrames } from './frames/textbook/play-textbook'

const LAGS = [0, 300, 5_000, 'stopped'] as const

// A trace takes pictures, which takes frames away.
test.use({ trace: 'off' })

let shop: LaggingShop
let merchant: Page
let guests: BrowserContext

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000)
  shop = await startLaggingShop()
  merchant = await openBackOffice(browser, shop.address)
  guests = await openContext(browser, shop.address)
})

test.afterAll(() => shop.stop())

for (const lag of LAGS) {
  for (const scenario of SCENARIOS) {
    const behind = lag === 'stopped' ? 'with the worker stopped' : `${lag} ms behind`
    test(`whoever ${scenario.name} sees nothing flicker, ${behind}`, async () => {
      const { frames, faults, shifts } = await play(scenario, { shop, address: shop.address, lag, merchant, guests })
      expect(faults).toEqual([])
      expect(shifts).toEqual([])
      expect(frames).toBeGreaterThan(20)
    })
  }
}

test('the same sampler sees the recipe of the textbooks flicker', async () => {
  expect(await textbookVanishingFrames(merchant, shop, shop.address)).toBeGreaterThan(0)
})
