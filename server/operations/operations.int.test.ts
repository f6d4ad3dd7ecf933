import { expect, it } from 'vitest'
import { listFindings } from '@/server/engine/audit/findings'
import type { QueueBackend } from '@/server/engine/queue/queue'
import { surveyReaders } from '@/server/engine/watching/survey'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { policyReaders } from '@/server/policies/readers'
import { ownReadSide } from '@/server/read/own-read-side'
import { authorised, created, orderIdOf, placed } from '@/server/read/testing'
import { openRetries, startRetries } from './retries'

const shop = ownReadSide({ isKept: true })

const POLICY = 'when-order-placed-authorise-payment'

const survey = () => {
  const readers = [...shop.projections, ...policyReaders()]
  const { query: sql, command: log } = shop
  return surveyReaders({ sql, log, policySql: log, definitions, readers })
}

it('a web process sees what waits, and a worker tries it again when asked by the queue', async () => {
  const key = orderIdOf(1)
  const park = { key, position: 1, type: 'OrderPlaced', reason: 'a bad event', attempts: 10, next_try_at: null }
  await shop.record([created(1), placed(1), authorised(1)])
  await shop.catchUpAll()
  await shop.admin`delete from read.order_history where order_id = ${key}`
  await shop.admin`insert into read.parked_key ${shop.admin({ ...park, reader: 'order-history' })}`
  await shop.admin`insert into write.parked_key ${shop.admin({ ...park, reader: POLICY })}`

  const before = await survey()
  const history = before.readers.find(({ name }) => name === 'order-history')
  expect(history).toMatchObject({ behind: 0, version: expect.any(Number), parked: [{ key, attempts: 10, waiting: 2 }] })

  const errors: string[] = []
  const { redisUrl, commandUrl, projectorUrl } = shop.database
  const backend = (postgresUrl: string): QueueBackend => (redisUrl ? { redisUrl } : { postgresUrl })
  const onError = (error: Error) => errors.push(error.message)
  const retries = openRetries(backend(commandUrl), onError)
  const sides = { sql: shop.projector, policySql: shop.command, definitions, projections: shop.projections }
  const worker = startRetries({ backend: backend(projectorUrl), ...sides, onError })
  await retries.ask({ reader: 'order-history', key })
  await retries.ask({ reader: POLICY, key })

  const parked = async () =>
    (await survey()).readers.filter(({ kind }) => kind === 'projection').flatMap((one) => one.parked)
  await expect.poll(parked, { timeout: 10_000 }).toEqual([])
  expect(await shop.admin`select from read.order_history where order_id = ${key}`).toHaveLength(1)
  const due = () => shop.admin`select from write.parked_key where next_try_at <= now()`
  await expect.poll(due, { timeout: 10_000 }).toHaveLength(1)

  await shop.admin`update read.order_history set total = 1 where order_id = ${key}`
  await retries.askAnew({ reader: 'order-history', part: key })
  const total = () => shop.admin`select from read.order_history where order_id = ${key} and total <> 1`
  await expect.poll(total, { timeout: 10_000 }).toHaveLength(1)

  // Who bought on a day is counted from the rows of shoppers, of which one is missing.
  await shop.admin`delete from read.revenue_shopper`
  const part = 'returned/2026-05-04'
  await shop.admin`insert into read.audit_finding (reader, part, drifts) values ('revenue', ${part}, '[]')`
  await retries.askAnew({ reader: 'revenue', part })
  const refused = async () => (await listFindings(shop.query)).map((finding) => finding.refused)
  await expect.poll(refused, { timeout: 10_000 }).toEqual(['unsettled'])
  await worker.close()
  await retries.close()
  expect(errors).toEqual([])
})
