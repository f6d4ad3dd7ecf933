import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { connect, type TransactionSql } from './postgres'
import { sentTogether } from './sent-together'
import { chainOfTransactions, transaction } from './transaction'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('a transaction that only reads is over before its connection is used again', async () => {
  const writer = connect(database.adminUrl, { name: 'test-writer', max: 1 })
  const sql = connect(database.adminUrl, { name: 'test-reader', max: 1 })
  await writer`create table public.counted (number int)`
  for (let number = 1; number <= 40; number++) {
    await writer`insert into public.counted values (${number})`
    // Never sent before, so the driver asks how it looks first; and too large for one piece.
    const text = `select count(*)::int as "count${number}", repeat('x', $1) as long from public.counted`
    const read = (tx: Parameters<Parameters<typeof transaction>[1]>[0]) =>
      sentTogether([tx`select 1`, tx.unsafe(text, [20_000])])
    const [, [row]] = await transaction(sql, read, ' isolation level repeatable read read only')
    expect(row?.[`count${number}`]).toBe(number)
  }
  await Promise.all([writer.end(), sql.end()])
})

const REPEATABLE = ' isolation level repeatable read'
const numbers = (tx: TransactionSql) => tx<{ number: number }[]>`select number from public.chained order by number`

/** What the next transaction begins with: the numbers that it sees, and the row of the lock. */
function askNumbers(tx: TransactionSql) {
  const asked = sentTogether([numbers(tx), tx`select 1 from public.held for update`])
  return { answered: asked, numbers: asked.then(([rows]) => rows.map(({ number }) => number)) }
}

async function openChain() {
  const admin = connect(database.adminUrl, { name: 'test-admin', max: 1 })
  await admin.unsafe('drop table if exists public.chained, public.held')
  await admin.unsafe(
    'create table public.chained (number int primary key); create table public.held as select 1 as one',
  )
  const sql = connect(database.adminUrl, { name: 'test-chain', max: 1 })
  const chain = chainOfTransactions<ReturnType<typeof askNumbers>>(sql, REPEATABLE, ["set local work_mem = '5MB'"])
  const isHeld = () =>
    admin`select 1 from public.held for update nowait`.then(
      () => false,
      () => true,
    )
  const insert = (number: number, isWanted?: () => boolean) =>
    chain.transaction(async (tx, last, { asked, goOn }) => {
      goOn(askNumbers)
      const seen = await asked?.numbers
      await last(tx`insert into public.chained values (${number}) returning number`)
      return seen
    }, isWanted)
  const close = () => Promise.all([admin.end(), sql.end()])
  return { admin, sql, chain, isHeld, insert, close }
}

it('a transaction that begins the next one shows it what it did, and nothing of what comes later', async () => {
  const { admin, chain, isHeld, insert, close } = await openChain()
  expect(await insert(1)).toBeUndefined()
  await expect.poll(isHeld).toBe(true)
  await admin`insert into public.chained values (100)`
  expect(await insert(2)).toEqual([1])
  const seen = await chain.transaction(async (tx, _, { asked }) => {
    const [settings] = await tx<{ workMem: string }[]>`select current_setting('work_mem') as "workMem"`
    return { ...settings, asked: await asked?.numbers }
  })
  expect(seen).toEqual({ workMem: '5MB', asked: [1, 2, 100] })
  expect(await isHeld()).toBe(false)
  await close()
})

it('one that was begun and is not wanted holds nothing any more, and its connection is given back', async () => {
  const { sql, chain, isHeld, insert, close } = await openChain()
  await insert(1)
  expect(await insert(2, () => false)).toBeUndefined()
  await chain.giveUp()
  expect(await isHeld()).toBe(false)
  expect(await sql`select number from public.chained`).toHaveLength(2)
  await chain.giveUp()
  await close()
})

it('one that was begun behind a COMMIT that failed ends with it', async () => {
  const { sql, isHeld, insert, close } = await openChain()
  await insert(1)
  await expect(insert(1)).rejects.toMatchObject({ code: '23505' })
  expect(await isHeld()).toBe(false)
  expect(await insert(2)).toBeUndefined()
  expect(await insert(3)).toEqual([1, 2])
  await expect(insert(3)).rejects.toMatchObject({ code: '23505' })
  expect(await sql`select number from public.chained`).toHaveLength(3)
  await close()
})

it('what is sent behind a COMMIT finds it done, and neither waits for the other', async () => {
  const admin = connect(database.adminUrl, { name: 'test-admin', max: 2 })
  const sql = connect(database.adminUrl, { name: 'test-behind', max: 1 })
  await admin`create table public.followed (number int primary key)`
  const seen: number[] = []
  await admin.listen('followed', async () => {
    const [row] = await admin<{ count: number }[]>`select count(*) from public.followed`
    seen.push(row?.count ?? 0)
  })
  const insert = (number: number, following: string) =>
    transaction(sql, (tx, last, { behind }) => {
      behind(following)
      return last(tx`insert into public.followed values (${number}) returning number`)
    })
  for (let number = 1; number <= 20; number++) {
    await insert(number, 'notify followed')
    await expect.poll(() => seen, { timeout: 5000 }).toHaveLength(number)
    expect(seen.at(-1)).toBe(number)
  }
  const began = performance.now()
  await insert(21, 'select pg_sleep(3)')
  expect(performance.now() - began).toBeLessThan(2500)
  await insert(22, 'select 1 / 0')
  await expect(insert(22, 'notify followed')).rejects.toMatchObject({ code: '23505' })
  await insert(23, 'notify followed')
  await expect.poll(() => seen.at(-1), { timeout: 5000 }).toBe(23)
  await Promise.all([admin.end(), sql.end()])
})
