import { expect, test } from '@playwright/test'
import { type Lag, type LaggingShop, startLaggingShop } from './frames/lagging-shop'
import { openStage, type Played, SCENARIOS, type Stage } from './frames/play'
import { playTogether } from './frames/play-together'
import type { Scenario } from './frames/scenarios/scenario'
import { textbookVanishingFrames } from './frames/textbook/play-textbook'

const LAGS = [0, 300, 5_000, 'stopped'] as const
/** A machine of two cores still draws what so many show. */
const STAGES = 4

// A trace takes pictures, which takes frames away.
test.use({ trace: 'off' })

let shop: LaggingShop
let stages: Stage[]
const played = new Map<Lag, Map<Scenario, Promise<Played>>>()

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  shop = await startLaggingShop()
  stages = await Promise.all(Array.from({ length: STAGES }, () => openStage(browser, shop.address)))
})

test.afterAll(() => shop.stop())

/** All scenarios of one lag are begun with the first that is asked for; each test waits for its own. */
function resultsOf(lag: Lag): Map<Scenario, Promise<Played>> {
  const results = played.get(lag) ?? playTogether(stages, { shop, address: shop.address, lag })
  played.set(lag, results)
  return results
}

for (const lag of LAGS) {
  // Those that are played alone come last.
  for (const scenario of SCENARIOS.toSorted((a, b) => Number(a.isAlone ?? false) - Number(b.isAlone ?? false))) {
    const behind = lag === 'stopped' ? 'with the worker stopped' : `${lag} ms behind`
    test(`whoever ${scenario.name} sees nothing flicker, ${behind}`, async () => {
      test.setTimeout(180_000)
      const result = await resultsOf(lag).get(scenario)
      expect(result?.faults).toEqual([])
      expect(result?.shifts).toEqual([])
      expect(result?.frames).toBeGreaterThan(20)
    })
  }
}

test('the same sampler sees the recipe of the textbooks flicker', async ({ browser }) => {
  expect(await textbookVanishingFrames(browser, shop, shop.address)).toBeGreaterThan(0)
})
