import { expect, test } from 'vitest'
import { tryLateCommits } from './try-late-commits'

test('every event is delivered once and in the order of its stream, where other readers lose, invert and stall', async () => {
  const { events, ...verdicts } = await tryLateCommits(200_000)
  expect(events).toBeGreaterThanOrEqual(200_000)
  const faultless = { missing: 0, duplicates: 0, inversions: 0 }
  expect(verdicts.whileOthersWait).toEqual({ ...faultless, delivered: events - 3 })
  expect(verdicts.afterwards).toEqual({ ...faultless, delivered: events })

  expect(
    verdicts.positionCursorWhileOthersWait.missing,
    'events that the position cursor never delivers',
  ).toBeGreaterThan(0)
  expect(verdicts.xminReaderWhileOthersWait.delivered, 'the xmin reader stalls').toBe(0)
  expect(verdicts.xminReaderAfterwards.inversions, 'the xmin reader inverts streams').toBeGreaterThan(0)
}, 300_000)
