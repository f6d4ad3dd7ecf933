import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrate, roleUrl } from '@/db/migrate'
import { startThrowAwayPostgres } from '@/db/testing/throw-away-postgres'
import { connect, type Sql } from '@/server/engine/database/postgres'
import { readEpoch } from '@/server/engine/log/log'
import { catchUp, prepareProjections } from '@/server/engine/projector/projector'
import { definePolicy, preparePolicies } from '@/server/engine/reactions/policy'
import { reactToNew } from '@/server/engine/reactions/react'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { openReadSide, type TestReadSide } from '@/server/read/test-read-side'
import { authorised, bea, created, placed, shipped } from '@/server/read/testing'

const SECRET = 'a secret of a cluster that a dump is restored into'

let shop: TestReadSide
let server: Awaited<ReturnType<typeof startThrowAwayPostgres>>
let restored: Record<'admin' | 'command' | 'projector', Sql>
beforeAll(async () => {
  shop = await openReadSide()
  server = await startThrowAwayPostgres()
  await migrate(server.url, { sessionSecret: SECRET })
  const open = (url: string) => connect(url, { name: 'test-restored', max: 3 })
  const [command, projector] = (['command', 'projector'] as const).map((role) =>
    open(roleUrl(server.url, role, SECRET)),
  )
  restored = { admin: open(server.url), command: command as Sql, projector: projector as Sql }
}, 60_000)
afterAll(async () => {
  await Promise.all(Object.values(restored).map((sql) => sql.end()))
  await server.stop()
  await shop.close()
}, 60_000)

/** Notes what it is given. */
const noting = () => {
  const noted: number[] = []
  const react = async ({ position }: { position: number }) => void noted.push(position)
  return { noted, policy: definePolicy({ name: 'noting', version: 1, handles: ['OrderPlaced'], react }) }
}

/** What pg_dump and pg_restore do: every row of every table of ours, written anew by a transaction of the other cluster. */
async function restoreInto(to: Sql): Promise<void> {
  const tables = await shop.admin<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('write', 'read')`
  const rows = await Promise.all(
    tables.map(
      ({ name }) => shop.admin<{ row: object }[]>`select to_jsonb(t) as row from ${shop.admin.unsafe(name)} t`,
    ),
  )
  await to.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    for (const [index, { name }] of tables.entries()) {
      const [{ columns } = expect.unreachable()] = await tx<{ columns: string | null }[]>`
        select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
        where attrelid = ${name}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`
      // One that is only there to be locked.
      if (columns === null) continue
      await tx`delete from ${tx.unsafe(name)}`
      await tx`
        insert into ${tx.unsafe(name)} (${tx.unsafe(columns)}) overriding system value select ${tx.unsafe(columns)}
        from jsonb_populate_recordset(null::${tx.unsafe(name)}, ${tx.json(rows[index]?.map(({ row }) => row) as never)})`
    }
    await tx`select setval(pg_get_serial_sequence('write.event', 'position'), (select max(position) from write.event))`
  })
}

/** The other cluster is younger: what was long ago here has not yet happened there. */
async function ageCluster() {
  await shop.admin`create table public.aged (n int)`
  await shop.admin`
    do $$ begin for n in 1..5000 loop begin insert into public.aged values (n); exception when others then null; end;
    end loop; end $$`
}

async function dumpOf(sql: Sql, tables: readonly string[]) {
  const rows: Record<string, string[]> = {}
  for (const name of tables) {
    const found = await sql<{ row: string }[]>`select to_jsonb(t)::text as row from ${sql(`read.${name}`)} t order by 1`
    rows[name] = found.map(({ row }) => row)
  }
  return rows
}

it('of a log that was restored every reader is given what it had not seen, once, and nothing else', {
  timeout: 120_000,
}, async () => {
  await ageCluster()
  const before = noting()
  await preparePolicies(shop.command, [before.policy])
  await shop.record([created(1), created(2)])
  for (let n = 1; n <= 12; n++) await shop.record([placed(n), authorised(n)])
  await shop.catchUpAll()
  await reactToNew({ sql: shop.command, definitions }, before.policy)
  // Positions inside, commit outside of what all but one have seen; one in the middle of a walk, one at the start.
  const { promise: told, resolve: commit } = deferred()
  const { promise: written, resolve: hasWritten } = deferred()
  const late = shop.command.begin(async (tx) => {
    await shop.appendIn(tx, [placed(50, { shopperId: bea.id })])
    hasWritten()
    await told
  })
  await written
  for (let n = 13; n <= 20; n++) await shop.record([placed(n), authorised(n)])
  const revenue = shop.projections.find(({ name }) => name === 'revenue') ?? expect.unreachable()
  await shop.walkOneBatch(revenue, 5)
  const others = shop.projections.map(({ name }) => name).filter((name) => name !== 'revenue' && name !== 'activity')
  await shop.catchUpAll(100, others)
  commit()
  await late
  await shop.record([shipped(1)])
  await shop.admin`delete from read.checkpoint where name = 'cart'`
  await prepareProjections(shop.projector, shop.projections)

  const oldEpoch = await readEpoch(shop.command)
  // As young as it is, it was used a little, and otherwise than the other one.
  for (let n = 0; n < 5; n++) await restored.admin`select pg_current_xact_id()`
  await restoreInto(restored.admin)
  await expect(readEpoch(restored.command)).rejects.toThrow('restored from a dump')
  await expect(prepareProjections(restored.projector, shop.projections)).rejects.toThrow('restored from a dump')
  await migrate(server.url, { sessionSecret: SECRET })
  const epoch = await readEpoch(restored.command)
  expect(epoch > oldEpoch).toBe(true)
  expect((await restored.admin`select cluster from write.log_epoch`)[0]?.cluster).toMatch(/^\d+$/)
  await migrate(server.url, { sessionSecret: SECRET })
  expect(await readEpoch(restored.command)).toBe(epoch)

  const here = await bringUpToDate(shop.projector)
  const there = await bringUpToDate(restored.projector)
  expect(there).toEqual(here)
  const after = noting()
  await preparePolicies(restored.command, [after.policy])
  await reactToNew({ sql: restored.command, definitions }, after.policy)
  expect(after.noted).toHaveLength(9)
  expect(new Set([...before.noted, ...after.noted]).size).toBe(21)

  // And life goes on.
  await restored.command.begin((tx) => shop.appendIn(tx, [placed(60)]))
  const [count] = await restored.admin`select count(*)::int as n from read.order_history`
  expect(count?.n).toBe(21)
  expect((await bringUpToDate(restored.projector)).applied).toBeGreaterThan(0)
  expect((await bringUpToDate(restored.projector)).applied).toBe(0)
  await reactToNew({ sql: restored.command, definitions }, after.policy)
  expect(after.noted).toHaveLength(10)
})

/** Brings all projections up to the present, and tells how many events that took and what the tables hold. */
async function bringUpToDate(projector: Sql) {
  const sql = projector === shop.projector ? shop.admin : restored.admin
  await prepareProjections(projector, shop.projections)
  const applied = await catchUp({ sql: projector, definitions, batchSize: 7 }, shop.projections)
  return {
    applied,
    rows: await dumpOf(
      sql,
      shop.projections.flatMap(({ tables }) => tables),
    ),
  }
}

function deferred() {
  let resolve = () => {}
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
