import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/test-database'

let database: TestDatabase
const sqlOf: Record<string, postgres.Sql> = {}

beforeAll(async () => {
  database = await createTestDatabase()
  const admin = postgres(database.adminUrl, { max: 1 })
  // Statements that concern no row would prove nothing: whoever may not must be stopped by the grant.
  await admin`
    insert into write.event (stream, key, type, shape, data, at, actor_kind, actor_id, command_id)
    values ('cart', gen_random_uuid(), 'X', 1, '{}', now(), 'guest', gen_random_uuid(), gen_random_uuid())`
  await admin.end()
  for (const role of ['command', 'projector', 'query'] as const) {
    sqlOf[role] = postgres(database[`${role}Url`], { max: 1, onnotice: () => {} })
  }
})
afterAll(async () => {
  await Promise.all(Object.values(sqlOf).map((sql) => sql.end()))
  await database.drop()
})

const sql = (role: string) => {
  const found = sqlOf[role]
  if (!found) throw new Error(`No connection as ${role}`)
  return found
}

const INSUFFICIENT_PRIVILEGE = '42501'
const mayNot = (role: string, statement: string) =>
  expect(sql(role).unsafe(statement), statement).rejects.toMatchObject({ code: INSUFFICIENT_PRIVILEGE })
const may = (role: string, statement: string) => sql(role).unsafe(statement)

describe('the command role', () => {
  test.each([
    "update write.event set type = 'Y'",
    'delete from write.event',
    'truncate write.event',
    'update write.command_ledger set name = name',
    'delete from write.command_ledger',
    'update write.log_epoch set epoch = epoch',
    'delete from write.log_epoch',
    'insert into write.log_epoch select gen_random_uuid()',
    'alter table write.event add column note text',
    'drop table write.event',
    'create index on write.event (type)',
    'create trigger t before insert on write.event for each row execute function suppress_redundant_updates_trigger()',
    'reindex table write.event',
    'cluster write.event using event_pkey',
  ])('may not %s', (statement) => mayNot('command', statement))

  test.each(['select * from read.cart', 'select * from read.checkpoint', 'delete from read.revenue_day'])(
    'knows nothing of the read side: %s',
    (statement) => mayNot('command', statement),
  )

  test('may read the log and add to it, and change the normalised tables', async () => {
    expect(await may('command', 'select * from write.event')).toHaveLength(1)
    await may('command', 'insert into write.carts (id, updated_at) values (gen_random_uuid(), now())')
    await may('command', 'update write.carts set updated_at = now()')
    await may('command', 'delete from write.carts')
  })

  test('looks rows up by key, also with a plan that was made while the table was empty', async () => {
    await may('command', 'prepare find(uuid) as select from write.orders where id = $1')
    const plan = await may('command', 'explain execute find(gen_random_uuid())')
    expect(JSON.stringify(plan)).toContain('orders_pkey')
    expect(JSON.stringify(plan)).toContain('id = $1')
  })
})

describe('the projector role', () => {
  test.each([
    'insert into write.event (type) values (null)',
    "update write.event set type = 'Y'",
    'delete from write.event',
    'truncate write.event',
    'insert into write.subject_key select gen_random_uuid()',
    'delete from write.subject_key',
    'select * from write.orders',
    'select * from write.customers',
    'update write.stock set on_hand = 1',
    'select * from write.command_ledger',
    'select * from write.policy_checkpoint',
    'select * from auth.user',
    'reindex table write.event',
    'reindex table write.stock',
  ])('may not %s', (statement) => mayNot('projector', statement))

  test('may read the log with its keys, and write the read tables', async () => {
    expect(await may('projector', 'select * from write.event')).toHaveLength(1)
    await may('projector', 'select * from write.subject_key')
    await may('projector', "insert into read.cart (shopper_id, item_count, lines) values (gen_random_uuid(), 1, '[]')")
    await may('projector', 'update read.cart set item_count = 2')
    await may('projector', 'delete from read.cart')
  })
})

describe('the words of searches', () => {
  test('are sorted in by the projector, who may not do so to any other index', async () => {
    expect(await may('projector', 'select read.sort_in_words()')).toHaveLength(1)
    await mayNot('projector', "select gin_clean_pending_list('read.order_history_words')")
  })

  test.each(['command', 'query'])('are nothing to the %s role', (role) => mayNot(role, 'select read.sort_in_words()'))
})

describe('tables that projections are rebuilt in', () => {
  test.each([
    'create table read_next.mine (id int)',
    'create table read_before.mine (id int)',
    'alter table read.cart set schema read_before',
    'drop table read.cart',
    "select rebuilding.require_projected(array['cart'])",
  ])('are made and moved by functions alone: the projector may not %s', (statement) => mayNot('projector', statement))

  test.each(['command', 'query'])('are nothing to the %s role', async (role) => {
    await mayNot(role, "select rebuilding.make_next(array['cart'])")
    await mayNot(role, "select rebuilding.put_in_place('read_before', array['cart'])")
    await mayNot(role, 'select * from read_next.checkpoint')
    await mayNot(role, 'select * from read_before.checkpoint')
  })

  test.each([
    "rebuilding.make_next(array['checkpoint'])",
    "rebuilding.make_next(array['rebuild'])",
    "rebuilding.make_next(array['cart; drop table read.cart'])",
    "rebuilding.finish_next('event')",
    "rebuilding.drop_tables('read', array['cart'])",
    "rebuilding.put_in_place('write', array['carts'])",
  ])('are tables of projections only: %s is refused', (call) =>
    expect(may('projector', `select ${call}`)).rejects.toMatchObject({ code: 'P0001' }),
  )

  test('give the same rights when they have taken their place', async () => {
    const granted = async () => {
      const [row] = await may(
        'projector',
        "select relacl::text as rights from pg_class where oid = 'read.cart'::regclass",
      )
      return String(row?.rights).slice(1, -1).split(',').sort()
    }
    const before = await granted()
    expect(before).toHaveLength(3)
    await may('projector', "select rebuilding.make_next(array['cart'])")
    await may('projector', "select rebuilding.finish_next('cart')")
    await may('projector', "select rebuilding.put_in_place('read_next', array['cart'])")
    expect(await granted()).toEqual(before)
    await may('projector', "select rebuilding.drop_tables('read_before', array['cart'])")
  })

  test('have no rights in them that the living ones have not', async () => {
    await may('projector', "select rebuilding.make_next(array['cart'])")
    await mayNot('query', 'select * from read_next.cart')
    await may('projector', 'select * from read_next.cart')
    await may('projector', "select rebuilding.drop_tables('read_next', array['cart'])")
  })
})

describe('the query role', () => {
  test.each([
    "insert into read.cart (shopper_id, item_count, lines) values (gen_random_uuid(), 1, '[]')",
    'update read.cart set item_count = 2',
    'delete from read.cart',
    'truncate read.cart',
    'update read.checkpoint set counter = 0',
    'select * from write.event',
    'select * from write.orders',
    'select * from write.subject_key',
    'select * from auth.user',
    'select * from auth.session',
  ])('may not %s', (statement) => mayNot('query', statement))

  test('may read the read tables', async () => {
    expect(await may('query', 'select * from read.cart')).toEqual([])
    expect(await may('query', 'select * from read.checkpoint')).toEqual([])
  })
})

describe.each(['command', 'projector', 'query'])('no role of a process, %s either,', (role) => {
  test.each([
    'create table write.mine (id int)',
    'create table read.mine (id int)',
    'create table public.mine (id int)',
    'create schema mine',
    'create role somebody',
    'set role tidemark_owner',
    'grant tidemark_owner to current_user',
    'alter role current_user superuser',
    "copy write.event to program 'true'",
    "select pg_read_file('/etc/passwd')",
  ])('may %s', (statement) => mayNot(role, statement))

  test('may become another', async () => {
    const others = ['command', 'projector', 'query'].filter((other) => other !== role)
    const admin = new URL(database.adminUrl).username
    for (const other of [...others.map((name) => `tidemark_${name}`), admin]) {
      await mayNot(role, `set role ${other}`)
    }
  })

  test('owns anything', async () => {
    const owned = await may(role, 'select relname from pg_class where pg_has_role(current_user, relowner, $$member$$)')
    expect(owned).toEqual([])
  })
})
