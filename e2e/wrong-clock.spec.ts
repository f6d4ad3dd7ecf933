import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { recordingOf, watchFrames } from './frames/watch-frames'
import { addToCart, fillCheckout } from './world/shopping'
import { withWorkerStopped } from './world/worker'

const SLOW_MS = 10 * 60_000

/** Sets the browser's clock back, and notes every moment that its pages show, frame by frame. */
async function setClockBack(context: BrowserContext): Promise<void> {
  await context.addInitScript((slowMs) => {
    const RealDate = Date
    const late = () => RealDate.now() - slowMs
    const origin = performance.timeOrigin - slowMs
    Object.defineProperty(performance, 'timeOrigin', { value: origin })
    globalThis.Date = new Proxy(RealDate, {
      construct: (target, given) => Reflect.construct(target, given.length > 0 ? given : [late()]),
      get: (target, name) => (name === 'now' ? late : Reflect.get(target, name)),
    })
    const shown = new Set<string>()
    const note = () => {
      for (const one of document.querySelectorAll('time')) shown.add(one.dateTime)
      requestAnimationFrame(note)
    }
    note()
    Object.assign(globalThis, { momentsShown: shown })
  }, SLOW_MS)
}

const momentsShown = (page: Page) =>
  page.evaluate(() => [...(globalThis as unknown as { momentsShown: Set<string> }).momentsShown])

test('who has a clock that is ten minutes slow is never shown its time for the time of the order', async ({
  context,
  page,
}) => {
  await watchFrames(context)
  await setClockBack(context)
  await addToCart(page, 'half-day-rucksack')
  const greeted = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/stream')
  await page.goto('/checkout')
  await fillCheckout(page, 'approves')
  await greeted
  const from = Date.now()
  await withWorkerStopped(async () => {
    await page.getByRole('button', { name: /place order/i }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Thank you' })).toBeVisible()
    // By then the shop has answered, and dated the order itself.
    await page.waitForTimeout(1_500)
  })
  const shown = await momentsShown(page)
  expect(shown).not.toEqual([])
  for (const moment of shown) expect(Math.abs(Date.parse(moment) - from)).toBeLessThan(60_000)
  expect((await recordingOf(page)).shifts).toEqual([])
})
