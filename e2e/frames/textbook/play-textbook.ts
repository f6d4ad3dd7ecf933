import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { build } from 'esbuild'
import { carriesCommands } from '../../world/holding'
import { faultsIn, vanishingFrames } from '../faults'
import type { LaggingShop } from '../lagging-shop'
import { openContext } from '../play'
import { CART, LINES, openCommands } from '../scenarios/scenario'
import { recordingOf } from '../watch-frames'
import type { TextbookProps } from './textbook-props'

const PATH = '/textbook'
const CLICKS = 3

/** For how many frames the same sampler misses own work where the page goes by the textbook, 300 ms behind. */
export async function textbookVanishingFrames(browser: Browser, shop: LaggingShop, address: string): Promise<number> {
  const context = await openContext(browser, address)
  const page = await context.newPage()
  const props = await learnToCall(page)
  await servePage(context, props)
  shop.setLag(300)
  await page.goto(PATH)
  for (let click = 0; click < CLICKS; click++) {
    const answered = page.waitForResponse((response) => response.url().includes('/api/read/cart'))
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await answered
    await page.waitForTimeout(800)
  }
  const recording = await recordingOf(page)
  shop.setLag(0)
  await context.close()
  return vanishingFrames(faultsIn(recording, [CART, LINES]))
}

/** Looks at how one of the shop's own pages sends a command, and takes what it sent out of the cart again. */
async function learnToCall(page: Page): Promise<TextbookProps> {
  await page.goto('/product/low-tumblers')
  const sent = page.waitForRequest(carriesCommands)
  await page.getByRole('button', { name: /add to cart/i }).click()
  const request = await sent
  const [actorId, [{ input }]] = JSON.parse(request.postData() ?? '') as [string, [{ input: { variantId: string } }]]
  await page.goto('/cart')
  await page.getByRole('button', { name: /^Remove/ }).click()
  while ((await openCommands(page)) > 0) await page.waitForTimeout(50)
  await page.waitForTimeout(1_000)
  return {
    path: new URL(request.url()).pathname,
    action: request.headers()['next-action'] ?? '',
    actorId,
    variantId: input.variantId,
  }
}

async function servePage(context: BrowserContext, props: TextbookProps): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('textbook-page.tsx', import.meta.url))],
    tsconfig: fileURLToPath(new URL('../../../tsconfig.json', import.meta.url)),
    bundle: true,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  })
  const html = `<!doctype html><title>Cart</title><div id="root"></div>
    <script type="application/json" id="props">${JSON.stringify(props)}</script><script>${outputFiles[0]?.text}</script>`
  await context.route(`**${PATH}`, (route) => route.fulfill({ contentType: 'text/html', body: html }))
}
