import { execFileSync } from 'node:child_process'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { findChromium } from '@/bin/checks/find-chromium'
import { vanishingFrames } from '@/e2e/frames/faults'
import { type Lag, type LaggingShop, startLaggingShop } from '@/e2e/frames/lagging-shop'
import { openStage, play, SCENARIOS } from '@/e2e/frames/play'
import { textbookVanishingFrames } from '@/e2e/frames/textbook/play-textbook'
import { type Figures, numberOption, rounded, startBar } from './bench'
import { measureCore } from './core-size'
import { clickToPaintP95, roundTripsFor50Clicks, secondTabP95 } from './interaction/clicks'
import { startDelayProxy } from './interaction/delay-proxy'

/** The browser tests take two more. */
const LAGS: readonly Lag[] = [300, 'stopped']
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']

/**
 * What a person sees of own clicks: in Chromium, from the production build, behind a proxy that delays 150 ms each way.
 * How quickly a click shows, and whether anything flickers over all scenarios of the browser tests.
 */
export async function bench(args: string[]): Promise<Figures> {
  execFileSync(process.execPath, ['--import', 'tsx', 'bin/build.ts'], { stdio: ['ignore', 2, 2] })
  const shop = await startLaggingShop()
  const proxy = await startDelayProxy(shop.port, numberOption(args, 'delay', 150))
  const browser = await chromium.launch({ executablePath: findChromium(), args: ARGS })
  try {
    const address = `http://127.0.0.1:${proxy.port}`
    const clicks = await measureClicks(browser, address)
    console.error(JSON.stringify(clicks))
    const flicker = await countFlicker(browser, shop, address)
    return { ...clicks, ...flicker, coreGzipBytes: (await measureCore()).coreGzipBytes }
  } finally {
    await browser.close()
    await proxy.close()
    await shop.stop()
  }
}

async function measureClicks(browser: Browser, address: string): Promise<Figures> {
  const inNewBrowser = async <Result>(act: (context: BrowserContext) => Promise<Result>) => {
    const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 900 } })
    const result = await act(context)
    await context.close()
    return result
  }
  return {
    clickToPaintP95Ms: rounded(await inNewBrowser((context) => clickToPaintP95(context, 1))),
    clickToPaintP95MsCpu4x: rounded(await inNewBrowser((context) => clickToPaintP95(context, 4))),
    roundTripsFor50Clicks: await inNewBrowser(roundTripsFor50Clicks),
    secondTabP95Ms: rounded(await inNewBrowser(secondTabP95)),
  }
}

async function countFlicker(browser: Browser, shop: LaggingShop, address: string): Promise<Figures> {
  const stage = await openStage(browser, address)
  const bar = startBar('interaction, scenarios', LAGS.length * SCENARIOS.length)
  let framesSampled = 0
  let vanishing = 0
  for (const lag of LAGS) {
    for (const scenario of SCENARIOS) {
      shop.setLag(lag)
      const { frames, faults } = await play(scenario, stage, { shop, address, lag })
      shop.setLag(0)
      framesSampled += frames
      vanishing += vanishingFrames(faults)
      bar.add(1)
    }
  }
  bar.stop()
  const textbook = await textbookVanishingFrames(browser, shop, address)
  return { vanishingFrames: vanishing, framesSampled, textbookVanishingFrames: textbook }
}
