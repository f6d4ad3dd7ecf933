import { startOver } from '../watch-frames'
import { expect, type Scenario, settle } from './scenario'

const LIST = '/admin/products?sale=on&category=garden'

const movesOutOfTheFilter: Scenario = {
  name: 'takes a product out of the list in front',
  async play({ merchant, lag }) {
    await merchant.goto(LIST)
    await startOver(merchant)
    const link = merchant.locator('main tbody tr').last().getByRole('link').first()
    const path = await link.getAttribute('href')
    await link.click()
    await merchant.waitForURL(`**${path}`)
    await merchant.getByRole('button', { name: 'Discontinue' }).click()
    const dialog = merchant.getByRole('dialog')
    await dialog.getByLabel('Reason').fill('The last of its kind')
    await dialog.getByRole('button', { name: 'Discontinue' }).click()
    await expect(dialog).toBeHidden()
    await merchant.goBack()
    await merchant.getByRole('heading', { level: 1, name: 'Products' }).waitFor()
    await settle(merchant, lag)
    await merchant.reload()
    await settle(merchant, lag)
    await expect(merchant.locator(`main tbody a[href="${path}"]`)).toHaveCount(0)
    return [
      {
        page: merchant,
        watches: [
          { what: new RegExp(`^row ${path}$`), on: /^Products/, which: 'leaves' },
          { what: new RegExp(`^row (?!${path}$)`), on: /^Products/, which: 'stays' },
        ],
      },
    ]
  },
}

export const filterScenarios = [movesOutOfTheFilter]
