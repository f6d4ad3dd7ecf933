import { expect, it, onTestFinished } from 'vitest'
import { openTestShop } from '@/server/write/test-shop'
import { signUp } from './customers'
import { violations } from './guarantees'
import { recordSession, toHistory } from './record-session'
import { runShop } from './running-shop'

const CUSTOMERS = ['ada', 'ben', 'cyd', 'dot']
const DEVICES_EACH = 5
const REQUESTS_EACH = 105

it('keeps the four session guarantees while the worker is killed at random', { timeout: 240_000 }, async () => {
  const shop = await openTestShop()
  onTestFinished(shop.close)
  const customers = await Promise.all(CUSTOMERS.map((name) => signUp(shop, name)))
  const running = await runShop(shop.database)
  onTestFinished(running.stop)

  const sessions = await Promise.all(
    customers.flatMap((customer, index) =>
      Array.from({ length: DEVICES_EACH }, (_, device) =>
        recordSession(`${CUSTOMERS[index]}, device ${device}`, running.address, customer, REQUESTS_EACH),
      ),
    ),
  )

  const recorded = sessions.flatMap((session) => session.recorded)
  const reads = recorded.flatMap((one) => (one.is === 'read' ? [one] : []))
  expect(recorded.length).toBeGreaterThanOrEqual(2000)
  expect(running.kills(), 'kills').toBeGreaterThanOrEqual(3)
  // Both ways to an answer were taken: by the projection, and past it.
  expect(reads.filter(({ wasFolded }) => wasFolded).length, 'folded on read').toBeGreaterThan(20)
  expect(reads.filter(({ wasFolded }) => !wasFolded).length, 'projected').toBeGreaterThan(20)
  expect(violations(toHistory(sessions))).toEqual([])
})
