import { expect, it, onTestFinished } from 'vitest'
import { createTestDatabase } from '@/db/testing/test-database'
import { connect } from '@/server/engine/database/postgres'

it('the back office’s search looks by an index for words in the middle of numbers, names and addresses', async () => {
  const database = await createTestDatabase()
  const sql = connect(database.queryUrl, { name: 'test-query', max: 1 })
  onTestFinished(async () => {
    await sql.end()
    await database.drop()
  })
  // A table of no rows is read from end to end unless that is forbidden.
  await sql`set enable_seqscan = off`
  const plan = await sql`
    explain select from read.order_history
    where replace(number, '-', '') ilike '%beryl%' or customer_name ilike '%beryl%' or customer_email ilike '%beryl%'`
  expect(JSON.stringify(plan)).toContain('order_history_words')
  expect(JSON.stringify(plan)).not.toContain('Seq Scan')
})
