import { type Played, play, SCENARIOS, type Setting, type Stage } from './play'
import type { Scenario } from './scenarios/scenario'

/**
 * Plays all scenarios at one lag, as many at a time as there are stages: most of the time they wait. Those that others
 * would feel are played one by one when the others are through. Answers what became of each, as soon as it is known.
 */
export function playTogether(stages: readonly Stage[], setting: Setting): Map<Scenario, Promise<Played>> {
  const { shop, lag } = setting
  const results = new Map<Scenario, Promise<Played>>()

  /** One after the other, whatever becomes of the one before. */
  async function inTurn(stage: Stage, scenarios: readonly Scenario[], after: Promise<unknown>): Promise<void> {
    let last = after
    for (const scenario of scenarios) {
      const played = last.then(() => {
        shop.setLag(lag)
        return play(scenario, stage, setting)
      })
      results.set(scenario, played)
      last = played.catch(() => {})
    }
    await last
  }

  const shared = SCENARIOS.filter(({ isAlone }) => !isAlone)
  const together = Promise.all(
    stages.map((stage, place) =>
      inTurn(
        stage,
        shared.filter((_, nth) => nth % stages.length === place),
        Promise.resolve(),
      ),
    ),
  )
  const [first] = stages
  if (!first) throw new Error('Without a stage nothing can be played.')
  const alone = SCENARIOS.filter(({ isAlone }) => isAlone)
  void inTurn(first, alone, together).then(() => shop.setLag(0))
  return results
}
