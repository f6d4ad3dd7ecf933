import { expect, type Page } from '@playwright/test'

/** Names the new product whose form is open, as often as it takes: a form that is alive makes an address of the name. */
export async function nameProduct(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await page.getByLabel('Name', { exact: true }).fill('')
    await page.getByLabel('Name', { exact: true }).fill(name)
    await expect(page.getByLabel('Address of its page')).not.toHaveValue('', { timeout: 500 })
  }).toPass()
}
