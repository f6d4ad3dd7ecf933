import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '@/server/actor'
import { parseToken } from '@/server/engine/log/token'
import { aGuest, openTestShop, type TestShop } from '../test-shop'
import { cancelOrder } from './cancel-order'
import { recordPaymentAuthorised } from './record-payment-authorised'
import { recordPaymentDeclined } from './record-payment-declined'

let shop: TestShop
beforeAll(async () => {
  shop = await openTestShop(4)
})
afterAll(() => shop.close())

async function anOrder(): Promise<string> {
  return shop.order(aGuest(), [{ ...(await shop.stockUp(5)), quantity: 1 }])
}

const authorise = (orderId: string, id = v7()) =>
  shop.dispatch(recordPaymentAuthorised, { id, input: { orderId, reference: 'ok' }, actor: SYSTEM })

/** What was recorded of an order's payment: the transaction, the command and the place of each event. */
const recordedOf = (orderId: string) => shop.sql<{ type: string; xid: string; command: string; position: number }[]>`
  select type, xid::text as xid, command_id as command, position from write.event
  where stream = 'order' and key = ${orderId} and type like 'Payment%' order by position`

test('commands that come at once share a transaction, and each has its own events, answer and token', async () => {
  const orders = await Promise.all([anOrder(), anOrder(), anOrder()])
  const ids = orders.map(() => v7())
  const replies = await Promise.all(orders.map((orderId, index) => authorise(orderId, ids[index])))

  const recorded = (await Promise.all(orders.map(recordedOf))).map((events) => events[0])
  expect(new Set(recorded.map((one) => one?.xid)).size).toBe(1)
  expect(recorded.map((one) => one?.command)).toEqual(ids)
  for (const [index, reply] of replies.entries()) {
    const token = reply.ok && reply.token ? parseToken(reply.token) : null
    expect(token).toMatchObject({ xid: recorded[index]?.xid, position: recorded[index]?.position })
    expect(await authorise(orders[index] as string, ids[index])).toEqual(reply)
  }
  const paid = await shop.sql`
    select from write.orders o join write.payments p on p.order_id = o.id
    where o.id = any(${orders}::uuid[]) and o.status = 'paid' and p.status = 'authorised' and p.reference = 'ok'`
  expect(paid).toHaveLength(3)
})

test('one that is refused does not keep the others', async () => {
  const [open, cancelled] = [await anOrder(), await anOrder()]
  await shop.carryOut(cancelOrder, { orderId: cancelled, reason: 'Not wanted' })
  const replies = await Promise.all([authorise(cancelled), authorise(open), authorise(v7())])
  expect(replies).toMatchObject([
    { ok: false, rejection: { code: 'OrderAlreadyCancelled' } },
    { ok: true },
    { ok: false, rejection: { code: 'OrderNotFound' } },
  ])
})

test('one whose id was carried out already gets its answer, and the others are carried out', async () => {
  const [first, second, id] = [await anOrder(), await anOrder(), v7()]
  const before = await authorise(first, id)
  const [again, other] = await Promise.all([authorise(first, id), authorise(second)])
  expect(again).toEqual(before)
  expect(other).toMatchObject({ ok: true })
  expect(await recordedOf(first)).toHaveLength(1)
  expect(await recordedOf(second)).toHaveLength(1)
})

test('of two about one order the second is decided on what the first did', async () => {
  const [one, other] = [await anOrder(), await anOrder()]
  const replies = await Promise.all([authorise(one), authorise(one), authorise(other)])
  expect(replies.map(({ ok }) => ok)).toEqual([true, false, true])
  const declined = { id: v7(), input: { orderId: other, reason: 'no' }, actor: SYSTEM }
  expect(await shop.dispatch(recordPaymentDeclined, declined)).toMatchObject({
    rejection: { code: 'PaymentAlreadySettled' },
  })
})
