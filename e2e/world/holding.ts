import type { BrowserContext, Page, Request } from '@playwright/test'

/** Whether it is a call with commands: an action whose arguments name one. */
export const carriesCommands = (request: Request): boolean =>
  'next-action' in request.headers() && /"name":"[A-Za-z]+","input":/.test(request.postData() ?? '')

/** Every command that leaves the browser is lost on its way, until `release` is called. */
export async function holdCommands(context: BrowserContext): Promise<{ release: () => Promise<void> }> {
  const pattern = '**/*'
  await context.route(pattern, (route) =>
    carriesCommands(route.request()) ? route.abort('timedout') : route.fallback(),
  )
  return { release: () => context.unroute(pattern) }
}

/** Notes from the first byte of every page that is loaded now what the link to the cart says, at each frame and change. */
export async function watchCart(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen: string[] = []
    const look = () => {
      const text = document.querySelector('header a[href="/cart"]')?.textContent
      if (text && seen.at(-1) !== text) seen.push(text)
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
    const frame = () => {
      look()
      requestAnimationFrame(frame)
    }
    frame()
    Object.assign(window, { seenInCart: seen })
  })
  return () => page.evaluate(() => (window as unknown as { seenInCart: string[] }).seenInCart)
}
