import { vi } from 'vitest'
import { openLocks } from '@/server/engine/database/locks'
import type { QueueBackend } from '@/server/engine/queue/queue'
import { type Policy, preparePolicies } from '@/server/engine/reactions/policy'
import { reactToNew } from '@/server/engine/reactions/react'
import { eventDefinitions } from '@/server/events/registry'
import type { Mail } from '@/server/mail/mail'
import { createTestProvider } from '@/server/payment/test-provider'
import { placeOrder } from '@/server/write/order/place-order'
import { ada, aGuest, approves, openTestShop } from '@/server/write/test-shop'
import { createConfirmationSending } from './confirmation-sending'
import { type Reminders, startJobs } from './jobs'
import { policies } from './registry'

/** Soon after an order was placed its time to be paid is over, in these tests. */
export const SOON = 1200
const NEVER = 3_600_000
const retries = { attempts: 3, backoff: { type: 'exponential', delay: 100 } }
const nobody: Reminders = { confirmation: async () => {}, payment: () => {} }

export type TestJobs = Awaited<ReturnType<typeof openTestJobs>>

/** A shop with its policies and jobs, which run when the test says so, and a mail server that the test may break. */
export async function openTestJobs() {
  const shop = await openTestShop(12)
  const [locks, otherLocks] = [openLocks(shop.database.commandUrl), openLocks(shop.database.commandUrl)]
  const letters: Mail[] = []
  /** What the mail server does with letters to an address; it takes all others at once. */
  const trouble = new Map<string, () => Promise<void>>()
  const mailer = {
    send: vi.fn(async (mail: Mail) => {
      await trouble.get(mail.to.address)?.()
      letters.push(mail)
    }),
    close: () => {},
  }
  const provider = createTestProvider()
  const payment = { ...provider, voidPayment: vi.fn(provider.voidPayment) }
  const means = { dispatch: shop.dispatch, sql: shop.sql, mailer, shopUrl: 'https://shop.example' }
  let running: ReturnType<typeof startJobs> | null = null

  function start({ sweepMs = NEVER, unpaidAfterMs = SOON, letterPatienceMs = 2000 } = {}) {
    const { redisUrl } = shop.database
    const backend: QueueBackend = redisUrl ? { redisUrl } : { postgresUrl: shop.database.projectorUrl }
    const options = { ...means, locks, backend, sweepMs, retries, unpaidAfterMs, letterPatienceMs, onError: () => {} }
    running = startJobs(options)
    return running
  }

  async function stop() {
    await running?.stop()
    running = null
  }

  /** Lets every policy deal with all that is new, with the jobs that run, or with none. */
  async function settle(reminders = running?.reminders ?? nobody) {
    const all: Policy[] = policies({ ...shop, payment, reminders, unpaidAfterMs: SOON })
    await preparePolicies(shop.sql, all)
    for (let reacted = 1; reacted > 0; ) {
      reacted = 0
      for (const policy of all) reacted += await reactToNew({ sql: shop.sql, definitions: eventDefinitions }, policy)
    }
  }

  async function place({ token = 'test_approves_1', email = ada.email } = {}) {
    const thing = await shop.stockUp(10)
    const line = { ...thing, quantity: 2 }
    const who = aGuest()
    await shop.fillCart(who, [line])
    const order = { ...shop.orderOf([line]), contact: { ...ada, email }, payment: { ...approves, token } }
    await shop.carryOut(placeOrder, order, who)
    return { orderId: order.orderId, variantId: thing.variantId, who }
  }

  const typesOf = async (orderId: string): Promise<string[]> =>
    (await shop.sql`select type from write.event where key = ${orderId} order by position`).map(({ type }) => type)

  async function close() {
    await stop()
    await Promise.all([locks.close(), otherLocks.close()])
    await shop.close()
  }

  return {
    ...{ shop, start, stop, settle, place, typesOf, close, trouble, mailer, payment },
    sending: createConfirmationSending({ ...means, locks }),
    /** Another worker's. */
    otherSending: createConfirmationSending({ ...means, locks: otherLocks }),
    /** Of a worker that dies when it has sent the letter. */
    crashingSending: createConfirmationSending({
      ...means,
      locks,
      dispatch: vi.fn().mockRejectedValue(new Error('The worker is gone.')),
    }),
    lettersAbout: (orderId: string) => letters.filter(({ text }) => text.includes(orderId)),
    running: () => running,
  }
}
