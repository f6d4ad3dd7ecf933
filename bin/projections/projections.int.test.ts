import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { testSessionSecret } from '@/db/testing/provided'
import { auditSample } from '@/server/engine/audit/sample'
import type { Audited } from '@/server/engine/projections/projection'
import { ownReadSide } from '@/server/read/own-read-side'
import { authorised, created, orderIdOf, placed } from '@/server/read/testing'

const shop = ownReadSide({ isKept: true })

/** Runs the command as a person does. */
async function run(words: string[], environment: Record<string, string> = {}) {
  const ours = { DATABASE_URL: shop.database.adminUrl, SESSION_SECRET: testSessionSecret }
  const env = { ...process.env, ...ours, ...environment }
  const child = spawn(process.execPath, ['--import', 'tsx', 'bin/projections.ts', ...words], { env })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [said, complained, code] = await Promise.all([text(child.stdout), text(child.stderr), exited])
  return { said, complained, code }
}

describe('npm run projections', { timeout: 60_000 }, () => {
  it('tells how far each projection is behind', async () => {
    await shop.record([created(1)])
    await shop.catchUpAll()
    await shop.record([placed(1)])
    await shop.catchUpAll(100, ['cart', 'revenue'])
    const { code, said } = await run(['status'])
    expect(code).toBe(0)
    expect(said).toMatch(/^revenue +up to date$/m)
    expect(said).toMatch(/^order-history +1 events behind, for /m)
  })

  it('rebuilds what it is told to, and leaves nothing behind', async () => {
    for (let n = 2; n <= 40; n++) await shop.record([placed(n), authorised(n)])
    await shop.catchUpAll()
    const standing = await shop.dump()
    await shop.admin`update read.revenue_day set gross = 0`
    await shop.admin`delete from read.order_history`
    const { code, said } = await run(['rebuild', 'revenue', 'order-history'])
    expect(code).toBe(0)
    expect(said).toMatch(/^order-history: rebuilt from [\d,]+ events in .* s; 40 rows are not as they were$/m)
    expect(said).toMatch(
      /^revenue: rebuilt from .* rows are not as they were\n {2}revenue_day .*\n {4}gross: 0 → \d+$/m,
    )
    expect(await shop.dump()).toEqual(standing)
    expect(await shop.admin`select from read_next.checkpoint`).toHaveLength(0)
    expect((await run(['pause', 'revenue'])).complained).toContain('No rebuild of these is under way.')
  })

  it('lists what waits, and tries it again: for a projection at once, for a policy by the worker', async () => {
    const key = orderIdOf(50)
    const park = { key, position: 1, type: 'OrderPlaced', reason: 'a bad event', attempts: 10, next_try_at: null }
    await shop.record([placed(50), authorised(50)])
    await shop.catchUpAll(1000)
    await shop.admin`delete from read.order_history where order_id = ${key}`
    await shop.admin`insert into read.parked_key ${shop.admin({ ...park, reader: 'order-history' })}`
    const reader = 'when-order-placed-authorise-payment'
    await shop.admin`insert into write.parked_key ${shop.admin({ ...park, reader })}`

    const listed = await run(['parked'])
    expect(listed.said).toContain(`order-history ${key}\n  OrderPlaced: a bad event\n  10 attempts since`)
    expect(listed.said).toMatch(/not tried again until a worker starts; 2 events waiting\n/)
    expect(listed.said).toMatch(/not tried again until a worker starts; 1 event waiting\n/)

    const healed = await run(['retry', 'order-history', key])
    expect(healed).toMatchObject({ code: 0, said: expect.stringContaining(`order-history ${key}: healed`) })
    expect(await shop.admin`select status from read.order_history where order_id = ${key}`).toHaveLength(1)
    const again = await run(['retry', 'order-history', key])
    expect(again).toMatchObject({ code: 1, complained: expect.stringContaining(`Nothing of ${key} waits`) })

    const all = await run(['retry', 'all'])
    expect(all.said).toContain(`${reader} ${key}: due now; the running worker tries it within a second`)
    expect(await shop.admin`select from write.parked_key where next_try_at <= now()`).toHaveLength(1)
  })

  it('tells what an audit found, with both sides, and makes it anew', async () => {
    const key = orderIdOf(60)
    await shop.record([placed(60), authorised(60)])
    await shop.catchUpAll(1000)
    await shop.admin`update read.order_detail set status = 'shipped' where order_id = ${key}`
    const detail = shop.named('order-detail') as Audited
    await auditSample(shop.options, detail, 500)
    const told = await run(['audit'])
    expect(told.said).toContain(`order-detail ${key} differs since`)
    expect(told.said).toContain('  status: the row says shipped, the log says paid')
    const healed = await run(['heal', 'order-detail', key])
    expect(healed).toMatchObject({ code: 0, said: `order-detail ${key}: made anew from its first event\n` })
    expect((await run(['audit'])).said).toContain('All of them are what the log makes of them.')
  })

  it('says what is wrong with the database in one sentence', async () => {
    const wrong = await run(['status'], { DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/tidemark' })
    expect(wrong.code).toBe(1)
    expect(wrong.complained.trim().split('\n')).toHaveLength(1)
    const none = await run(['status'], { DATABASE_URL: '', SESSION_SECRET: '', TIDEMARK_DATA_DIR: '/nonexistent' })
    expect(none).toMatchObject({ code: 1, complained: expect.stringContaining('There is no shop in /nonexistent yet') })
  })
})
