import { type BrowserContext, expect as expectSoon, type Page } from '@playwright/test'
import type { Watch } from '../faults'
import type { Lag, LaggingShop } from '../lagging-shop'

/** Waits as long as a lag of five seconds may take to end on a machine that has much else to do. */
export const expect = expectSoon.configure({ timeout: 40_000 })

export type Scene = {
  shop: LaggingShop
  lag: Lag
  /** A guest's browser, in which nothing has happened. */
  context: BrowserContext
  page: Page
  /** A page of the back office, signed in. */
  merchant: Page
}

/** A tab that was watched, and what must have held in each of its frames. */
export type Watched = { page: Page; watches: Watch[] }

export type Scenario = {
  name: string
  /** It does something to the shop that others would feel who play at the same time. */
  isAlone?: boolean
  play: (scene: Scene) => Promise<Watched[]>
}

export const ON_CART = /cart/i
export const ON_HISTORY = /orders/i
export const ON_ORDER = /^(Thank you|Order TM|Looking for)/

export const CART: Watch = { what: /^cart$/, on: /./, which: 'stays' }
export const LINES: Watch = { what: /^line /, on: ON_CART, which: 'stays' }

/** A lag that nobody has to wait for to see whether its end flickers: other scenarios do. */
const LONGEST_WAIT_MS = 1_000

/** Waits until everything is sent and, where that does not take long, until every table has it. */
export async function settle(page: Page, lag: Lag): Promise<void> {
  await expect.poll(() => openCommands(page), { intervals: [50] }).toBe(0)
  const rest = lag === 'stopped' ? LONGEST_WAIT_MS : Math.min(LONGEST_WAIT_MS, 500 + 2 * lag)
  await page.waitForTimeout(rest)
}

/** How many commands on this browser's disk have no answer: their last field is empty. */
export const openCommands = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      Object.entries(localStorage).filter(
        ([key, text]) => key.startsWith('own-work/1/') && JSON.parse(text)[5] === null,
      ).length,
  )

export async function putIntoCart(page: Page, slug: string): Promise<void> {
  await page.goto(`/product/${slug}`)
  await page.getByRole('button', { name: /add to cart/i }).click()
  await expect.poll(() => openCommands(page), { intervals: [50] }).toBe(0)
}

/** To the cart by its link, without loading the page anew. */
export async function turnToCart(page: Page): Promise<void> {
  await page.locator('header a[href="/cart"]').click()
  await page.getByRole('heading', { level: 1, name: 'Cart' }).waitFor()
}

export const more = (page: Page, line = 0) => page.getByRole('button', { name: 'One more' }).nth(line)
