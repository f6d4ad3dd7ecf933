import type { Page } from '@playwright/test'
import { checkOut } from '../../world/shopping'
import type { Watch } from '../faults'
import { startOver } from '../watch-frames'
import { CART, expect, ON_HISTORY, ON_ORDER, putIntoCart, type Scenario, settle } from './scenario'

const ORDER: Watch[] = [
  { what: /^order /, on: ON_HISTORY, which: 'stays' },
  { what: /^(ordered|standing)/, on: ON_ORDER, which: 'stays' },
]

const orders: Scenario = {
  name: 'orders, and looks at confirmation, history and detail',
  async play({ page, lag }) {
    await putIntoCart(page, 'serving-spoon')
    await startOver(page)
    const number = await checkOut(page)
    const row = page.getByRole('listitem').filter({ hasText: number })
    await page.getByRole('navigation').getByRole('link', { name: 'Your orders' }).first().click()
    await expect(row).toHaveCount(1)
    // The newest stands first, before and after it is confirmed.
    await expect(page.locator('main li:has(article)').first()).toContainText(number)
    await row.getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: /Thank you|Order TM/ }).waitFor()
    await settle(page, lag)
    await page.goBack()
    await expect(row).toHaveCount(1)
    await page.reload()
    await settle(page, lag)
    return [{ page, watches: [CART, ...ORDER] }]
  },
}

const isShippedTo: Scenario = {
  name: 'watches while the merchant ships',
  isAlone: true,
  async play({ shop, page, merchant, lag }) {
    shop.setLag(0)
    await putIntoCart(page, 'serving-spoon')
    const number = await checkOut(page)
    await expect(page.getByText('Paid, being packed').first()).toBeVisible()
    // The oldest come first: of all that waits, this one would stand on the last page.
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
    await merchant.goto(`/admin/orders?status=paid&from=${yesterday}`)
    const row = merchant.getByRole('row').filter({ hasText: number })
    await expect(row).toHaveCount(1)
    shop.setLag(lag)
    await Promise.all([page, merchant].map(startOver))

    await ship(merchant, number)
    await expect(row).toHaveCount(0)
    await settle(merchant, lag)
    await merchant.reload()
    await expect(row).toHaveCount(0)
    // The lag comes to its end before everybody's eyes.
    if (lag === 'stopped') shop.setLag(0)
    await expect(page.getByText('Sent', { exact: true }).first()).toBeVisible()
    await page.waitForTimeout(300)
    const orderId = /orders\/([^?]+)/.exec(page.url())?.[1]
    const filtered: Watch[] = [
      { what: new RegExp(`^row .*${orderId}`), on: ON_HISTORY, which: 'leaves' },
      { what: new RegExp(`^row (?!.*${orderId})`), on: ON_HISTORY, which: 'stays' },
    ]
    return [
      { page, watches: ORDER },
      { page: merchant, watches: filtered },
    ]
  },
}

async function ship(merchant: Page, number: string): Promise<void> {
  await merchant.getByRole('button', { name: `Ship order ${number}` }).click()
  const dialog = merchant.getByRole('dialog')
  await dialog.getByLabel('Tracking number').fill('RM123456789GB')
  await dialog.getByRole('button', { name: 'Ship order' }).click()
}

export const orderScenarios = [orders, isShippedTo]
