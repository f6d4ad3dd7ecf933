import { SYSTEM } from '@/server/actor'
import { createAuth } from '@/server/auth'
import { parseShopEnv } from '@/server/config'
import { createDispatcher, type Dispatcher } from '@/server/engine/commands/dispatch'
import { connect, type Sql } from '@/server/engine/database/postgres'
import { eventDefinitions } from '@/server/events/registry'
import { registerCustomer } from '@/server/write/customer/register-customer'
import { updateAddress } from '@/server/write/customer/update-address'
import { effects } from '@/server/write/registry'
import { CATALOGUE } from './catalogue/catalogue'
import { DEMO_ACCOUNTS } from './demo-accounts'
import { createCatalogue } from './demo-catalogue'
import { demoId } from './demo-id'
import { letOrderHappen } from './demo-orders'
import { PEOPLE, type Person } from './people'
import { DEMO_DAYS, type PlannedOrder, planOrders } from './plan-orders'

type Buyer = { id: string; person: Person }

/**
 * Fills an empty shop: the catalogue, the two accounts, sixty customers and half a year of their orders, all by the
 * commands that a living shop is filled by. The same every time, to the day.
 */
export async function seedDemo(
  database: { COMMAND_DATABASE_URL: string; sessionSecret: string },
  tell: (progress: string) => void,
  now = new Date(),
): Promise<void> {
  const settings = { synchronous_commit: 'off' }
  const sql = connect(database.COMMAND_DATABASE_URL, { name: 'tidemark-seed', max: 8, settings })
  const { dispatch } = createDispatcher({ sql, definitions: eventDefinitions, effects, onCommitted: () => {} })
  try {
    const { currency } = parseShopEnv(process.env)
    const orders = planOrders(CATALOGUE, PEOPLE.length + 1, now)
    const opening = new Date(now.getTime() - (DEMO_DAYS + 1) * 86_400_000)
    await createCatalogue({ dispatch }, orders, opening, currency)
    const buyers = await registerBuyers({ dispatch }, sql, database, opening)
    await letOrdersHappen({ dispatch }, orders, buyers, tell)
  } finally {
    await sql.end()
  }
}

/** The demo's shopper is the first of the buyers, so that whoever signs in finds orders of their own. */
async function registerBuyers(
  { dispatch }: Dispatcher,
  sql: Sql,
  database: { COMMAND_DATABASE_URL: string; sessionSecret: string },
  opening: Date,
): Promise<Buyer[]> {
  const at = opening.toISOString()
  const ids = await openAccounts({ dispatch }, sql, database)
  const { name, email } = DEMO_ACCOUNTS.shopper
  const address = { name, line1: '4 Kelp Row', line2: '', city: 'Whitby', postcode: 'YO21 3QX', country: 'GB' }
  const shopper: Buyer = { id: ids.shopper, person: { name, email, address } }
  const others = PEOPLE.map((person) => ({ id: demoId(`customer/${person.email}`), person }))
  for (const { id, person } of others) {
    const input = { customerId: id, name: person.name, email: person.email }
    await dispatch(registerCustomer, { id: demoId(`register/${person.email}`), input, actor: SYSTEM, at })
  }
  const saved = { addressId: demoId('address/shopper'), address, isDefault: true }
  const actor = { kind: 'customer', id: shopper.id }
  await dispatch(updateAddress, { id: demoId('save-address/shopper'), input: saved, actor, at })
  return [shopper, ...others]
}

async function openAccounts(
  dispatcher: Dispatcher,
  sql: Sql,
  database: { COMMAND_DATABASE_URL: string; sessionSecret: string },
): Promise<{ shopper: string; merchant: string }> {
  const { auth, close } = createAuth(
    { commandDatabaseUrl: database.COMMAND_DATABASE_URL, sessionSecret: database.sessionSecret },
    dispatcher,
  )
  const open = async ({ name, email, password }: { name: string; email: string; password: string }) =>
    (await auth.api.signUpEmail({ body: { name, email, password } })).user.id
  const merchant = await open(DEMO_ACCOUNTS.merchant)
  const shopper = await open(DEMO_ACCOUNTS.shopper)
  await sql`update auth.user set role = 'staff' where id = ${merchant}`
  await close()
  return { shopper, merchant }
}

/** Several buyers at once; the orders of one buyer, who has but one cart, in their order. */
async function letOrdersHappen(
  dispatcher: Dispatcher,
  orders: readonly PlannedOrder[],
  buyers: readonly Buyer[],
  tell: (progress: string) => void,
): Promise<void> {
  let done = 0
  const queues = buyers.map((buyer, index) => ({ buyer, mine: orders.filter((order) => order.person === index) }))
  const workers = Array.from({ length: 8 }, async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const order of queue.mine) {
        await letOrderHappen(dispatcher, order, queue.buyer)
        tell(`${++done} of ${orders.length} orders`)
      }
    }
  })
  await Promise.all(workers)
}
