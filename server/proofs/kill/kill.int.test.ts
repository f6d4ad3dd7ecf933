import { expect, inject, test } from 'vitest'
import { tryKills } from './try-kills'

test('killed workers and servers cost no order, no row and no second effect, and others take over', {
  timeout: 300_000,
}, async () => {
  const withRedis = inject('redisUrl') !== undefined
  const outcome = await tryKills({ kills: 8, postgresRestarts: 2, redisRestarts: withRedis ? 2 : 0, withRedis })
  expect(outcome).toMatchObject({ differences: [], faults: [], workersThatDiedByThemselves: 0 })
  // Within 5 s, and where the machine takes long for everything, so much longer.
  for (const { ms, undisturbedMs } of outcome.takeovers) expect(ms).toBeLessThan(5000 + 5 * undisturbedMs)
  expect(outcome.orders).toBeGreaterThan(20)
})
