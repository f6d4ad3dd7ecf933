import type { Browser, BrowserContext, Page } from '@playwright/test'
import { signIn } from '../world/signing-in'
import { type Fault, faultsIn } from './faults'
import type { Lag, LaggingShop } from './lagging-shop'
import type { Shift } from './recording'
import { cartScenarios } from './scenarios/cart'
import { filterScenarios } from './scenarios/filters'
import { orderScenarios } from './scenarios/orders'
import type { Scenario } from './scenarios/scenario'
import { troubleScenarios } from './scenarios/trouble'
import { recordingOf, watchFrames } from './watch-frames'

export const SCENARIOS: readonly Scenario[] = [
  ...cartScenarios,
  ...orderScenarios,
  ...troubleScenarios,
  ...filterScenarios,
]

export type Played = { frames: number; faults: Fault[]; shifts: Shift[] }

/** Where one scenario after the other is played: a browser for guests, and a page of the back office in another. */
export type Stage = { guests: BrowserContext; merchant: Page }

/** Both watched, and the merchant signed in. */
export async function openStage(browser: Browser, address: string): Promise<Stage> {
  const [guests, office] = await Promise.all([openContext(browser, address), openContext(browser, address)])
  const merchant = await office.newPage()
  await signIn(merchant, 'merchant', '/admin')
  await merchant.goto(ELSEWHERE)
  return { guests, merchant }
}

/** Where a page waits that nobody looks at: drawing it would take the frames of those that somebody does. */
const ELSEWHERE = 'about:blank'

export type Setting = { shop: LaggingShop; address: string; lag: Lag }

/** Plays a scenario as a new guest, and tells all that flickered. */
export async function play(scenario: Scenario, stage: Stage, setting: Setting): Promise<Played> {
  const { guests: context, merchant } = stage
  const page = await comeAnew(context, setting.address)
  try {
    const watched = await scenario.play({ ...setting, merchant, context, page })
    const recorded = await Promise.all(watched.map(async (one) => ({ ...one, recording: await recordingOf(one.page) })))
    return {
      frames: recorded.reduce((sum, { recording }) => sum + recording.frames, 0),
      faults: recorded.flatMap(({ recording, watches }) => faultsIn(recording, watches)),
      shifts: recorded.flatMap(({ recording }) => recording.shifts),
    }
  } finally {
    await context.unrouteAll()
    await context.setOffline(false)
    await Promise.all([merchant.goto(ELSEWHERE), ...context.pages().map((each) => each.close())])
  }
}

/** Nobody knows who this is, though the shop's scripts are here already. */
async function comeAnew(context: BrowserContext, origin: string): Promise<Page> {
  await context.clearCookies()
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage' })
  return page
}

/** A browser of its own, as it comes from the shop, with the sampler in every page. */
export async function openContext(browser: Browser, address: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    serviceWorkers: 'block',
  })
  await watchFrames(context)
  return context
}
