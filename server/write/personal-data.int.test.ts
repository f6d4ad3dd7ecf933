import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '@/server/actor'
import { readTail } from '@/server/engine/log/log'
import { parseTokens } from '@/server/engine/log/token'
import { eventDefinitions } from '@/server/events/registry'
import { createTestProvider } from '@/server/payment/test-provider'
import { registerCustomer } from './customer/register-customer'
import { updateAddress } from './customer/update-address'
import { placeOrder } from './order/place-order'
import { aCustomer, openTestShop, type TestShop } from './test-shop'

let shop: TestShop
let mina: Awaited<ReturnType<typeof becomeCustomerAndOrder>>
beforeAll(async () => {
  shop = await openTestShop(4)
  mina = await becomeCustomerAndOrder()
})
afterAll(() => shop.close())

const contact = { name: 'Wilhelmina Quackenbush', email: 'mina@quackenbush.example' }
const address = {
  name: 'Wilhelmina Quackenbush',
  line1: '17 Zephyr Wynd',
  line2: 'Flat Xanadu',
  city: 'Llanfairpwll',
  postcode: 'LL61 5UJ',
  country: 'GB',
}
const card = { number: '4242 4242 4242 4242', expiry: '12/39', cvc: '937' }

async function becomeCustomerAndOrder() {
  const who = aCustomer()
  await shop.carryOut(registerCustomer, { customerId: who.id, ...contact }, SYSTEM)
  await shop.carryOut(updateAddress, { addressId: v7(), address, isDefault: true }, who)
  // Refusals are kept as well: an address of somebody who has none of that id, an e-mail address that is taken.
  await shop.send(registerCustomer, { customerId: v7(), ...contact }, SYSTEM)
  const tokenised = await createTestProvider().tokenise(card)
  if (!tokenised.ok) throw new Error(tokenised.code)
  const line = { ...(await shop.stockUp(10)), quantity: 1 }
  await shop.fillCart(who, [line])
  const order = { ...shop.orderOf([line]), contact, address, payment: tokenised.method }
  const reply = await shop.send(placeOrder, order, who)
  if (!reply.ok) throw new Error(reply.rejection.code)
  return { who, token: tokenised.method.token, tokens: parseTokens(reply.token ?? '') }
}

const everyEvent = { snapshot: '1:1:', target: null, reached: 0 }

test('nothing that names, finds or charges a person can be read in the log or the ledger', async () => {
  const [row] = await shop.sql<{ text: string }[]>`
    select (select string_agg(e::text, ' ') from write.event e)
      || (select string_agg(l::text, ' ') from write.command_ledger l) as text`
  const text = row?.text.toLowerCase() ?? ''
  expect(text).toContain('orderplaced')
  const personal = [...contact.name.split(' '), 'mina@', 'zephyr', 'xanadu', 'llanfair', 'll61', '4242', mina.token]
  expect(personal.filter((word) => holds(text, word.toLowerCase()))).toEqual([])
})

/** Ids and sealed fields hold any four letters or digits sooner or later: a short word must stand by itself. */
function holds(text: string, word: string): boolean {
  return word.length > 4 ? text.includes(word) : new RegExp(`(?<![\\w+/-])${word}(?![\\w+/-])`).test(text)
}

test('a card’s number, expiry and code stand in no table at all', async () => {
  const tables = await shop.sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('write', 'auth')`
  expect(tables.length).toBeGreaterThan(15)
  for (const { name } of tables) {
    const [row] = await shop.sql.unsafe(`select string_agg(t::text, ' ') as text from ${name} t`)
    expect(row?.text ?? '').not.toMatch(/4242.?4242|12\/39|\b937\b/)
  }
})

test('who may read the log reads it while the key exists, and nothing personal after', async () => {
  const { who, tokens } = mina
  const read = async () => {
    const events = await readTail(shop.sql, eventDefinitions, { tokens, actorId: SYSTEM.id }, [everyEvent])
    return events.find(({ type }) => type === 'OrderPlaced')?.data
  }
  expect(await read()).toMatchObject({ contact, address, paymentMethod: { last4: '4242' } })

  await shop.sql`delete from write.subject_key where subject = ${who.id}`

  expect(await read()).toMatchObject({ contact: null, address: null, paymentMethod: null, shopperId: who.id })
})
