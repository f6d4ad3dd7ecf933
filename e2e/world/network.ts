import { expect, type Page } from '@playwright/test'

/** Waits until the page's service worker has kept the pages of these paths. */
export async function untilKept(page: Page, ...paths: string[]): Promise<void> {
  const kept = () =>
    page.evaluate(async () => {
      const name = (await caches.keys()).find((one) => one.endsWith('/pages'))
      const requests = name ? await (await caches.open(name)).keys() : []
      return requests.map(({ url }) => new URL(url).pathname)
    })
  await expect.poll(kept).toEqual(expect.arrayContaining(paths))
}

export const syncLine = (page: Page) => page.getByRole('status').filter({ hasText: /saving|saved|offline|refused/i })
