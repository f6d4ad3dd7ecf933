import { expect, it } from 'vitest'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { ownReadSide } from '@/server/read/own-read-side'
import { addressSaved, idOf } from '@/server/read/testing'
import { connect } from '../database/postgres'
import { catchUp } from '../projector/projector'

const shop = ownReadSide({ isKept: true })

async function logRead() {
  const [read] = await shop.admin<{ tuples: number }[]>`
    select seq_tup_read + coalesce(idx_tup_fetch, 0) as tuples from pg_stat_user_tables where relid = 'write.event'::regclass`
  return read?.tuples ?? 0
}

it('the work of a step follows what is new, and not the length of the log', async () => {
  const length = 20_000
  await shop.admin`
    insert into write.event (stream, key, type, shape, data, at, actor_kind, actor_id, command_id)
    select 'customer', gen_random_uuid(), 'AddressSaved', 1, '{}', now(), 'system', gen_random_uuid(), gen_random_uuid()
    from generate_series(1, ${length})`
  await shop.admin`analyze write.event`
  const cart = shop.named('cart')
  const sql = connect(shop.database.projectorUrl, { name: 'test-steps', max: 1 })
  await catchUp({ sql, definitions }, [cart])
  await sql`select pg_stat_force_next_flush()`
  await sql`select 1`
  const before = await logRead()
  const steps = 12
  for (let n = 0; n < steps; n++) {
    await shop.record([addressSaved(idOf(n))])
    // More often than PostgreSQL plans a statement for the very values that it is given.
    await catchUp({ sql, definitions }, [cart])
  }
  await sql`select pg_stat_force_next_flush()`
  await sql`select 1`
  expect((await logRead()) - before).toBeLessThan(length / 10)
  await sql.end()
})
