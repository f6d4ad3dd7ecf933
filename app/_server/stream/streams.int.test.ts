import { get, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database'
import { connect, type Sql } from '@/server/engine/database/postgres'
import { MARKS_CHANNEL, type Moved, writeAnnouncement } from '@/server/engine/projections/announcement'
import { type MarkWatch, watchMarks } from '@/server/engine/queries/marks'
import { serveStreams } from './test-streams'

const ADA = '0198f000-0000-7000-8000-0000000000a1'
const BEN = '0198f000-0000-7000-8000-0000000000b2'

let database: TestDatabase
let admin: Sql
let listening: Sql
let marks: MarkWatch
let streams: Awaited<ReturnType<typeof serveStreams>>
/** How far the clock of the streams is ahead: a process that has listened for a while. */
let aheadMs = 0

beforeAll(async () => {
  database = await createTestDatabase()
  admin = connect(database.adminUrl, { name: 'test-admin', max: 1 })
  listening = connect(database.commandUrl, { name: 'test-marks', max: 1 })
  marks = watchMarks(listening)
  streams = await serveStreams(marks.subscribe, { now: () => Date.now() + aheadMs })
  await eventually(async () => expect(await lastStatement()).toMatchObject({ query: expect.stringMatching(/listen/i) }))
})
afterAll(async () => {
  await streams.close()
  await marks.close()
  await Promise.all([admin.end(), listening.end()])
  await database.drop()
})

/** As long as a busy machine may take. */
const eventually = (check: () => unknown) => vi.waitFor(check, 10_000)

/** What the listening process asked the database last, and when. */
async function lastStatement() {
  const rows = await admin`
    select query, query_start from pg_stat_activity
    where datname = current_database() and application_name <> 'test-admin'`
  expect(rows.length).toBeLessThanOrEqual(1)
  return rows[0]
}

const announce = (...moved: Moved[]) => admin`select pg_notify(${MARKS_CHANNEL}, ${writeAnnouncement(moved)})`

/** As a browser asks: the way to the server takes its time. */
const ageSince = (from: number) => Date.now() - from + 5_000

/** What a shopper's stream says first; the time is the one of the streams' clock. */
const greeting = (isWhole: boolean) => ({ hearsAll: false, isWhole, now: expect.closeTo(Date.now() + aheadMs, -5) })

/** Opens a stream and gathers what comes. */
async function listen(query: string) {
  const heard: string[] = []
  let isEnded = false
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${streams.address}/?${query}`, { agent: false }, resolve).once('error', reject)
  })
  response.setEncoding('utf8').on('data', (text: string) => heard.push(text))
  response.on('close', () => {
    isEnded = true
  })
  return {
    /** The events of this name, oldest first. */
    all: (event: string) =>
      heard
        .join('')
        .split('\n\n')
        .filter((text) => text.startsWith(`event: ${event}\n`))
        .map((text) => JSON.parse(text.split('\ndata: ')[1] ?? '')),
    isEnded: () => isEnded,
    leave: () => response.destroy(),
  }
}

test('each hears of his own, staff of everything, soon', async () => {
  const [ada, ben, merchant] = await Promise.all([
    listen(`actor=${ADA}`),
    listen(`actor=${BEN}`),
    listen('actor=&staff'),
  ])
  const from = performance.now()
  await announce(
    { projection: 'cart', counter: 7, keys: [ADA] },
    { projection: 'revenue', counter: 3, keys: ['2026-11-21'] },
  )
  await eventually(() => expect(ada.all('news')).toEqual([[{ projection: 'cart', counter: 7, keys: [ADA] }]]))
  expect(performance.now() - from).toBeLessThan(2_000)
  await eventually(() => expect(merchant.all('news').flat()).toHaveLength(2))
  expect(ben.all('news')).toEqual([])
  for (const one of [ada, ben, merchant]) one.leave()
})

test('who comes back is told what he missed', async () => {
  aheadMs = 60_000
  const from = Date.now()
  await announce({ projection: 'cart', counter: 8, keys: [BEN] })
  const former = await listen(`actor=${BEN}`)
  await announce({ projection: 'address-book', counter: 2, keys: [BEN] })
  await eventually(() => expect(former.all('news')).not.toEqual([]))
  former.leave()
  const again = await listen(`actor=${BEN}&age=${ageSince(from)}`)
  await eventually(() =>
    expect(again.all('news').flat()).toContainEqual({ projection: 'cart', counter: 8, keys: [BEN] }),
  )
  again.leave()
  const later = await listen(`actor=${BEN}&age=3600000`)
  await eventually(() => expect(later.all('hello')).toEqual([greeting(false)]))
  later.leave()
})

test('when PostgreSQL was not listened to for a while, open streams and those that come back are told', async () => {
  const ada = await listen(`actor=${ADA}`)
  await eventually(() => expect(ada.all('hello')).toEqual([greeting(true)]))
  const cut = Date.now()
  await admin`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'test-marks'`
  await announce({ projection: 'cart', counter: 20, keys: [ADA] })
  await eventually(() => expect(ada.all('hello').at(1)).toEqual(greeting(false)))
  const again = await listen(`actor=${ADA}&age=${Date.now() - cut}`)
  await eventually(() => expect(again.all('hello')).toEqual([greeting(false)]))

  await announce({ projection: 'cart', counter: 21, keys: [ADA] })
  for (const one of [ada, again]) {
    await eventually(() => expect(one.all('news')).toEqual([[{ projection: 'cart', counter: 21, keys: [ADA] }]]))
    one.leave()
  }
})

test('1,000 open streams cost the database nothing, and a mark reaches all of them at once', async () => {
  const before = await lastStatement()
  const open = await Promise.all(Array.from({ length: 1_000 }, (_, n) => listen(`actor=${n % 2 ? ADA : BEN}`)))
  await eventually(() => expect(open.every((one) => one.all('hello').length === 1)).toBe(true))
  const from = performance.now()
  await announce({ projection: 'product-page', counter: 9, keys: [BEN] })
  await eventually(() => expect(open.every((one) => one.all('news').length === 1)).toBe(true))
  expect(performance.now() - from).toBeLessThan(3_000)
  expect(await lastStatement()).toEqual(before)
  for (const one of open) one.leave()
  await eventually(() => expect(streams.openNow()).toBe(0))
})

test('a stream whose time is over is closed, and so are all when the process ends', async () => {
  const beating = await serveStreams(marks.subscribe, { beatMs: 50 })
  const until = Date.now() + 200
  const ended = new Promise<void>((resolve) => {
    get(`${beating.address}/?actor=${ADA}&until=${until}`, (response) => response.resume().once('end', resolve))
  })
  await ended
  expect(Date.now()).toBeGreaterThanOrEqual(until)
  const last = new Promise<void>((resolve) => {
    get(`${beating.address}/?actor=${ADA}`, (response) => response.resume().once('end', resolve))
  })
  await eventually(() => expect(beating.openNow()).toBe(1))
  beating.hub.close()
  await last
  await beating.close()
})
