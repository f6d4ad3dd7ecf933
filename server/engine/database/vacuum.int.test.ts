import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { openLocks } from './locks'
import { connect, type Sql } from './postgres'
import { sortInWords, startVacuuming, vacuumDue } from './vacuum'

let database: TestDatabase
let elsewhere: TestDatabase
let admin: Sql
let projector: Sql
let command: Sql

beforeAll(async () => {
  database = await createTestDatabase()
  elsewhere = await createTestDatabase()
  admin = connect(database.adminUrl, { name: 'test', max: 1 })
  for (const table of ['read.cart', 'write.carts']) {
    await admin.unsafe(`alter table ${table} set (autovacuum_enabled = off)`)
  }
  await admin`create extension pageinspect`
  projector = connect(database.projectorUrl, { name: 'test', max: 1 })
  command = connect(database.commandUrl, { name: 'test', max: 1 })
})
afterAll(async () => {
  await Promise.all([admin.end(), projector.end(), command.end()])
  await Promise.all([database.drop(), elsewhere.drop()])
})

beforeEach(async () => {
  await admin`truncate read.cart, write.carts cascade`
  await admin`
    insert into read.cart (shopper_id, item_count, lines) select gen_random_uuid(), 0, '[]' from generate_series(1, 100)`
  await admin`
    insert into write.carts (id, updated_at) select gen_random_uuid(), now() from generate_series(1, 100)`
  await admin`select pg_stat_force_next_flush()`
  await admin`vacuum read.cart, write.carts`
})

const dead = async (table: string) => {
  const [row] = await admin<{ dead: number }[]>`select pg_stat_get_dead_tuples(${table}::regclass) as dead`
  return row?.dead
}

/** Pages with new words that the index of the orders' search has not sorted in yet. */
const gathered = async () => {
  const [row] = await admin<{ pages: number }[]>`
    select n_pending_pages::int as pages from gin_metapage_info(get_raw_page('read.order_history_words', 0))`
  return row?.pages
}

/** Orders as they come in under load: a few with each statement. */
const placed = async (orders: number) => {
  for (let n = 0; n < orders; n += 5) {
    await projector`
      insert into read.order_history (order_id, number, customer_name, customer_email, status, currency, total, refunded,
        item_count, items, placed_at)
      select gen_random_uuid(), left(md5(random()::text), 12), md5(random()::text), md5(random()::text), 'placed', 'EUR', 0, 0,
        0, '[]', now() from generate_series(1, 5)`
  }
}

const updated = async (times: number) => {
  for (let n = 0; n < times; n++) {
    await admin`update read.cart set item_count = item_count + 1`
    await admin`update write.carts set updated_at = updated_at + interval '1 second'`
  }
  await admin`select pg_stat_force_next_flush()`
}

/** Runs something while a session of this database has the given transaction open. */
async function beside(url: string, statement: string, act: () => Promise<void>): Promise<void> {
  const other = connect(url, { name: 'test-other', max: 1 })
  const session = await other.reserve()
  await session`begin isolation level repeatable read`
  await session.unsafe(statement)
  try {
    await act()
  } finally {
    await session`rollback`
    session.release()
    await other.end()
  }
}
const WRITES = 'insert into write.carts (id, updated_at) values (gen_random_uuid(), now())'

it('removes what PostgreSQL keeps while somebody writes in another database', async () => {
  await beside(elsewhere.adminUrl, WRITES, async () => {
    await updated(20)
    expect(await dead('read.cart')).toBe(2000)
    await vacuumDue(projector)
    expect(await dead('read.cart')).toBe(0)
  })
})

it('lets every role maintain its own tables', async () => {
  await beside(elsewhere.adminUrl, WRITES, async () => {
    await updated(20)
    await vacuumDue(projector)
    expect(await dead('write.carts')).toBe(2000)
    await vacuumDue(command)
    expect(await dead('write.carts')).toBe(0)
  })
})

it('leaves what a snapshot of this database may see, and removes it afterwards', async () => {
  await beside(database.adminUrl, 'select 1', async () => {
    await updated(20)
    await vacuumDue(projector)
    expect(await dead('read.cart')).toBe(2000)
  })
  await vacuumDue(projector)
  expect(await dead('read.cart')).toBe(0)
})

it('leaves to PostgreSQL what is not much', async () => {
  await beside(elsewhere.adminUrl, WRITES, async () => {
    await updated(2)
    await vacuumDue(projector)
    expect(await dead('read.cart')).toBe(200)
  })
})

it('waits for no lock', async () => {
  await beside(elsewhere.adminUrl, WRITES, async () => {
    await updated(20)
    await beside(database.adminUrl, 'lock table read.cart in access exclusive mode', async () => {
      await vacuumDue(projector)
    })
    expect(await dead('read.cart')).toBe(2000)
  })
})

it('sorts in the words of searches, which nobody does who adds a row', async () => {
  await sortInWords(projector)
  await placed(500)
  expect(await gathered()).toBeGreaterThan(30)
  await sortInWords(projector)
  expect(await gathered()).toBe(0)
})

it('goes on by itself in one worker, until it is stopped', async () => {
  const locks = [openLocks(database.commandUrl), openLocks(database.commandUrl)]
  const errors: Error[] = []
  const workers = locks.map((one) =>
    startVacuuming({
      pools: [projector, command],
      wordsSql: projector,
      locks: one,
      lookEveryMs: 20,
      onError: (error) => errors.push(error),
    }),
  )
  await beside(elsewhere.adminUrl, WRITES, async () => {
    for (let round = 0; round < 2; round++) {
      await updated(20)
      await placed(5)
      await expect.poll(gathered).toBe(0)
      await expect.poll(() => dead('read.cart')).toBe(0)
      await expect.poll(() => dead('write.carts')).toBe(0)
    }
  })
  await Promise.all(workers.map((one) => one.stop()))
  await Promise.all(locks.map((one) => one.close()))
  expect(errors).toEqual([])
})
