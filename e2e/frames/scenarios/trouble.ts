import type { Page } from '@playwright/test'
import { carriesCommands, holdCommands } from '../../world/holding'
import { cartCount } from '../../world/shopping'
import {
  CART,
  expect,
  LINES,
  more,
  ON_CART,
  openCommands,
  putIntoCart,
  type Scenario,
  settle,
  turnToCart,
} from './scenario'

/** There are two of it. */
const SCARCE = 'fondue-set'

const isRefusedOneOfThree: Scenario = {
  name: 'is refused one of three pending changes',
  async play({ context, page, lag }) {
    for (const slug of ['serving-spoon', SCARCE, 'low-tumblers']) await putIntoCart(page, slug)
    await turnToCart(page)
    const { release } = await holdCommands(context)
    await more(page, 0).click()
    await figureOf(page, 1).fill('9')
    await figureOf(page, 1).press('Enter')
    await more(page, 2).click()
    await expect(cartCount(page)).toContainText('13 items')
    await release()
    await expect(page.getByText(/only 2|2 left|are left/i).first()).toBeVisible()
    await settle(page, lag)
    const quantities = await Promise.all([0, 1, 2].map((line) => figureOf(page, line).inputValue()))
    expect(quantities).toEqual(['2', '1', '2'])
    const refused = await page.locator('main li:has(form[id^="line-"])').nth(1).locator('form').getAttribute('id')
    return [
      {
        page,
        watches: [
          { what: new RegExp(`^line (?!${refused})`), on: ON_CART, which: 'stays' },
          { what: new RegExp(`^line ${refused}`), on: ON_CART, which: 'changes' },
        ],
      },
    ]
  },
}

const losesTheServer: Scenario = {
  name: 'loses the server between command and reply',
  isAlone: true,
  async play({ shop, context, page, lag }) {
    await putIntoCart(page, 'serving-spoon')
    await turnToCart(page)
    let isLost = false
    await context.route('**/*', async (route) => {
      if (isLost || !carriesCommands(route.request())) return route.fallback()
      isLost = true
      await route.fetch()
      await shop.crashWeb()
      await route.abort('connectionreset')
    })
    await more(page).click()
    await expect.poll(() => isLost).toBe(true)
    await more(page).click()
    await expect.poll(() => openCommands(page), { intervals: [100], timeout: 30_000 }).toBe(0)
    await settle(page, lag)
    await page.reload()
    await expect(cartCount(page)).toContainText('3 items')
    return [{ page, watches: [CART, LINES] }]
  },
}

const losesTheNetwork: Scenario = {
  name: 'loses the network and gets it back',
  async play({ context, page, lag }) {
    await putIntoCart(page, 'serving-spoon')
    await turnToCart(page)
    await context.setOffline(true)
    await more(page).click()
    await more(page).click()
    await page.waitForTimeout(300)
    await context.setOffline(false)
    await settle(page, lag)
    await page.reload()
    await expect(cartCount(page)).toContainText('3 items')
    return [{ page, watches: [CART, LINES] }]
  },
}

const figureOf = (page: Page, line: number) =>
  page.locator('main li:has(form[id^="line-"])').nth(line).getByRole('textbox')

export const troubleScenarios = [isRefusedOneOfThree, losesTheServer, losesTheNetwork]
