import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testSessionSecret } from '@/db/testing/provided'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'

const ODDITIES = 'db/import/online-retail/fixtures/oddities.csv'

let database: TestDatabase
let admin: postgres.Sql
let folder: string

beforeAll(async () => {
  database = await createTestDatabase()
  admin = postgres(database.adminUrl, { max: 1 })
  folder = await mkdtemp(join(tmpdir(), 'tidemark-import-'))
})

afterAll(async () => {
  await admin.end()
  await database.drop()
  await rm(folder, { recursive: true })
})

/** Runs the command as a person does, from a folder of theirs, on the test's database. */
async function runImport(...words: string[]) {
  const env = {
    ...process.env,
    DATABASE_URL: database.adminUrl,
    SESSION_SECRET: testSessionSecret,
    SHOP_DEMO: 'off',
    INIT_CWD: folder,
  }
  const child = spawn(process.execPath, ['--import', 'tsx', 'bin/import.ts', ...words], { env })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [said, complained, code] = await Promise.all([text(child.stdout), text(child.stderr), exited])
  return { said, complained, code }
}

const countEvents = async () => (await admin`select count(*)::int as events from write.event`)[0]?.events

describe('npm run import', { timeout: 60_000 }, () => {
  it('refuses a broken file with line and reason, and leaves nothing of it', async () => {
    const sound = await readFile(ODDITIES, 'utf8')
    await writeFile(join(folder, 'broken.csv'), sound.replace('12,2011-06-30', 'twelve,2011-06-30'))
    const { code, complained, said } = await runImport('online-retail', 'broken.csv')
    expect({ code, said }).toEqual({ code: 1, said: '' })
    expect(complained).toContain('Line 9: Quantity is "twelve"; a whole number is wanted.')
    expect(await countEvents()).toBe(0)
  })

  it('says what it wants when it is not told what to import', async () => {
    expect(await runImport()).toMatchObject({ code: 1, complained: expect.stringContaining('Usage: npm run import') })
    expect((await runImport('shopify', 'x.csv')).complained).toContain('There is no import called shopify.')
  })

  it('records nothing where it is asked to check only', async () => {
    const { code, said } = await runImport('online-retail', join(process.cwd(), ODDITIES), '--check')
    expect(code).toBe(0)
    expect(said).toContain('net £89.32')
    expect(await countEvents()).toBe(0)
  })

  it('brings the history into the shop, projections done, and reports what it left out', async () => {
    const { code, said } = await runImport('online-retail', join(process.cwd(), ODDITIES))
    expect(code).toBe(0)
    expect(said).toContain('Gross £155.10, refunded £65.78, net £89.32; 11 products, 3 customers.')
    const report = await readFile(join(folder, 'import-report-oddities.csv'), 'utf8')
    expect(report.split('\n').map((line) => line.split(',')[0])).toEqual(['line', '10', '11', '12', ''])
    // By hand: 43.40 + 3.00 in March, 14.25 back in July, 100.06 and 50.03 back in August, 8.64 and 1.50 back in December.
    expect(
      await admin`
        select to_char(day, 'YYYY-MM') as month, sum(gross)::int as gross, sum(refunds)::int as refunds,
          sum(orders)::int as orders
        from read.revenue_day group by 1 order by 1`,
    ).toEqual([
      { month: '2011-03', gross: 4640, refunds: 0, orders: 2 },
      { month: '2011-06', gross: 0, refunds: 0, orders: 1 },
      { month: '2011-07', gross: 0, refunds: 1425, orders: 0 },
      { month: '2011-08', gross: 10006, refunds: 5003, orders: 1 },
      { month: '2011-12', gross: 864, refunds: 150, orders: 1 },
    ])
  })

  it('changes nothing the second time', async () => {
    const before = await countEvents()
    const { code, said } = await runImport('online-retail', join(process.cwd(), ODDITIES))
    expect({ code, events: await countEvents() }).toEqual({ code: 0, events: before })
    expect(said).toContain('net £89.32')
  })
})
