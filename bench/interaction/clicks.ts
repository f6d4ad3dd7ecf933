import type { BrowserContext, Page } from '@playwright/test'
import { openCommands } from '@/e2e/frames/scenarios/scenario'
import { carriesCommands } from '@/e2e/world/holding'
import { percentile } from '../bench'
import { clickedAt, expectPaint, noteClicks, paintedAt } from './paint-clock'

const CLICKS = 40
/** As a person clicks who is in a hurry; not in step with the frames. */
const PAUSE_MS = 130
const PRODUCT = '/product/serving-spoon'

/** From the click on "Add to cart" to the frame in which the header's count has changed, of most clicks the longest. */
export async function clickToPaintP95(context: BrowserContext, cpuSlowdown: number): Promise<number> {
  const page = await context.newPage()
  await page.goto(PRODUCT)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown })
  const samples = await clickAndWatch(page, page, page.getByRole('button', { name: /add to cart/i }))
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await untilSaved(page)
  return percentile(samples, 0.95)
}

/** From the click in one tab to the frame of another one that shows it. */
export async function secondTabP95(context: BrowserContext): Promise<number> {
  const page = await context.newPage()
  await page.goto(PRODUCT)
  const other = await context.newPage()
  await other.goto('/')
  const samples = await clickAndWatch(page, other, page.getByRole('button', { name: /add to cart/i }))
  await untilSaved(page)
  return percentile(samples, 0.95)
}

async function clickAndWatch(page: Page, watcher: Page, button: ReturnType<Page['getByRole']>): Promise<number[]> {
  await page.waitForTimeout(1_000)
  await noteClicks(page)
  const samples: number[] = []
  for (let click = 0; click < CLICKS; click++) {
    await expectPaint(watcher)
    await button.click()
    const painted = await paintedAt(watcher)
    samples.push(painted - (await clickedAt(page)))
    await page.waitForTimeout(PAUSE_MS)
  }
  return samples
}

/** How many calls with commands fifty clicks on "One more" make, one right after the other. */
export async function roundTripsFor50Clicks(context: BrowserContext): Promise<number> {
  const page = await context.newPage()
  await page.goto(PRODUCT)
  await page.getByRole('button', { name: /add to cart/i }).click()
  await untilSaved(page)
  await page.goto('/cart')
  await page.waitForTimeout(1_000)
  let calls = 0
  page.on('request', (request) => carriesCommands(request) && calls++)
  await page.getByRole('button', { name: 'One more' }).evaluate(async (button: HTMLButtonElement) => {
    for (let click = 0; click < 50; click++) {
      button.click()
      await new Promise((resolve) => setTimeout(resolve))
    }
  })
  await untilSaved(page)
  const text = await page.locator('header a[href="/cart"]').textContent()
  if (!text?.includes('51 items')) throw new Error(`After fifty clicks the header says "${text}".`)
  return calls
}

async function untilSaved(page: Page): Promise<void> {
  do await page.waitForTimeout(200)
  while ((await openCommands(page)) > 0)
}
