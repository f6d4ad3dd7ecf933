import { cartCount } from '../../world/shopping'
import { startOver } from '../watch-frames'
import { CART, expect, LINES, more, putIntoCart, type Scenario, settle, turnToCart } from './scenario'

const addsAndChanges: Scenario = {
  name: 'adds to the cart and changes it',
  async play({ page, lag }) {
    await putIntoCart(page, 'serving-spoon')
    await turnToCart(page)
    for (let click = 0; click < 3; click++) await more(page).click()
    await expect(cartCount(page)).toContainText('4 items')
    await settle(page, lag)
    return [{ page, watches: [CART, LINES] }]
  },
}

const reloads: Scenario = {
  name: 'reloads in mid-flight',
  async play({ page, lag }) {
    await page.goto('/product/serving-spoon')
    await page.getByRole('button', { name: /add to cart/i }).click()
    await startOver(page)
    await page.reload()
    await turnToCart(page)
    await more(page).click()
    await page.reload()
    await more(page).click()
    await more(page).click()
    await page.reload()
    await expect(cartCount(page)).toContainText('4 items')
    await settle(page, lag)
    return [{ page, watches: [CART, LINES] }]
  },
}

const goesBackAndForward: Scenario = {
  name: 'goes back and forward',
  async play({ page, lag }) {
    await putIntoCart(page, 'serving-spoon')
    await turnToCart(page)
    await more(page).click()
    await page.goBack()
    await page.getByRole('button', { name: /add to cart/i }).click()
    await page.goForward()
    await page.getByRole('heading', { level: 1, name: 'Cart' }).waitFor()
    await more(page).click()
    await page.goBack()
    await page.goForward()
    await page.getByRole('heading', { level: 1, name: 'Cart' }).waitFor()
    await expect(cartCount(page)).toContainText('4 items')
    await settle(page, lag)
    return [{ page, watches: [CART, LINES] }]
  },
}

const hasTwoTabs: Scenario = {
  name: 'has a second tab open',
  async play({ context, page, lag }) {
    await putIntoCart(page, 'serving-spoon')
    await turnToCart(page)
    const other = await context.newPage()
    await other.goto('/cart')
    await more(page).click()
    await expect(cartCount(other)).toContainText('2 items')
    await more(other).click()
    await expect(cartCount(page)).toContainText('3 items')
    await more(page).click()
    await expect(cartCount(other)).toContainText('4 items')
    await settle(page, lag)
    return [page, other].map((tab) => ({ page: tab, watches: [CART, LINES] }))
  },
}

export const cartScenarios = [addsAndChanges, reloads, goesBackAndForward, hasTwoTabs]
