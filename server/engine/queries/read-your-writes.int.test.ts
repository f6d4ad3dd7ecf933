import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { SYSTEM } from '@/server/actor'
import { eventDefinitions } from '@/server/events/registry'
import { cartProjection } from '@/server/read/cart/cart.projection'
import { getCart } from '@/server/read/cart/cart.query'
import { addItemToCart } from '@/server/write/cart/add-item-to-cart'
import { createProduct } from '@/server/write/product/create-product'
import { effects } from '@/server/write/registry'
import { createDispatcher } from '../commands/dispatch'
import { connect, type Sql } from '../database/postgres'
import { readEpoch } from '../log/log'
import { covers } from '../log/mark'
import { parseTokens } from '../log/token'
import { catchUp, prepareProjections } from '../projector/projector'
import { createReader } from './answer'

let database: TestDatabase
let command: Sql
let projector: Sql
let query: Sql

beforeAll(async () => {
  database = await createTestDatabase()
  command = connect(database.commandUrl, { name: 'test-command', max: 4 })
  projector = connect(database.projectorUrl, { name: 'test-projector', max: 2 })
  query = connect(database.queryUrl, { name: 'test-query', max: 2 })
  await prepareProjections(projector, [cartProjection])
})

afterAll(async () => {
  await Promise.all([command.end(), projector.end(), query.end()])
  await database.drop()
})

const openReader = () =>
  createReader({
    sql: query,
    log: command,
    definitions: eventDefinitions,
    waitForMark: (_projection, ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  })

test('a read with the token of a command shows it, first by folding the log, then from the table', async () => {
  const { dispatch } = createDispatcher({ sql: command, definitions: eventDefinitions, effects, onCommitted: () => {} })
  const reader = openReader()
  const shopper = { kind: 'guest' as const, id: v7() }
  const variantId = v7()
  const product = {
    productId: v7(),
    slug: 'storm-lantern',
    name: 'Storm lantern',
    description: 'A lantern for storms.',
    category: 'outdoors',
    picture: 'lantern',
    currency: 'GBP',
    variants: [{ variantId, sku: 'LANTERN', label: '', price: 4500, stock: 5 }],
  }
  await dispatch(createProduct, { id: v7(), input: product, actor: SYSTEM })
  const id = v7()
  const reply = await dispatch(addItemToCart, { id, input: { variantId, quantity: 2 }, actor: shopper })
  expect(reply).toMatchObject({ ok: true, result: { quantity: 2 } })
  const again = await dispatch(addItemToCart, { id, input: { quantity: 2, variantId }, actor: shopper })
  expect(again).toEqual(reply)

  const tokens = parseTokens(reply.token ?? '')
  expect(tokens).toHaveLength(1)
  const early = await reader.answer(getCart, { input: {}, actor: shopper, tokens })
  expect(early).toMatchObject({ ok: true, data: { itemCount: 2, lines: [{ name: 'Storm lantern', unitPrice: 4500 }] } })
  if (!early.ok || !tokens[0]) throw new Error('unreachable')
  expect(covers(early.mark, tokens[0])).toBe(false)
  // Without being told so, its author's browser would show it a second time.
  expect(early.folded).toEqual({ [id]: reply.token })

  // The reply is on its way still: the answer has the command in it, and says so; of another, that nothing of it is there.
  const unheard = v7()
  const overtaking = await reader.answer(getCart, { input: {}, actor: shopper, open: [id, unheard] })
  expect(overtaking).toMatchObject({ ok: true, data: early.data, told: { [id]: reply.token, [unheard]: null } })

  expect(await catchUp({ sql: projector, definitions: eventDefinitions }, [cartProjection])).toBe(1)
  const late = await reader.answer(getCart, { input: {}, actor: shopper, tokens })
  if (!late.ok) throw new Error('unreachable')
  expect(late.data).toEqual(early.data)
  expect(late.folded).toBeUndefined()
  expect(covers(late.mark, tokens[0])).toBe(true)

  const refused = await dispatch(addItemToCart, { id: v7(), input: { variantId, quantity: 4 }, actor: shopper })
  expect(refused).toMatchObject({ ok: false, rejection: { code: 'OutOfStock', lines: [{ inStock: 5 }] } })
})

test.each([
  ['no transaction could have', '18446744073709551616.1'],
  ['no position could have', '770.9999999999999999'],
  ['no log will ever reach', '9999999999999999999.999999999999999'],
])('a read is answered whatever numbers its token was given by hand: such as %s', async (_, numbers) => {
  const tokens = parseTokens(`${await readEpoch(command)}.${numbers}`)
  const answer = await openReader().answer(getCart, { input: {}, actor: { kind: 'guest', id: v7() }, tokens })
  expect(answer).toMatchObject({ ok: true, data: { itemCount: 0 } })
})
