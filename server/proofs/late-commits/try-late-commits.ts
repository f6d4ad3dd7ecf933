import { setTimeout as sleep } from 'node:timers/promises'
import { v7 } from 'uuid'
import type { TransactionSql } from '@/server/engine/database/postgres'
import { catchUp, prepareProjections } from '@/server/engine/projector/projector'
import { type Cluster, startCluster } from './cluster'
import { type Delivery, judge, type Verdict } from './judge'
import { deliveries, note, notedDefinitions } from './noted'
import { type OtherReader, positionCursor, xminReader } from './other-readers'
import { type Load, write } from './writers'

/** What is written while the reader takes batches of this size. */
type Part = Load & { batchSize: number }

export type Outcome = {
  events: number
  /** While a session of another database is idle in its transaction, and another transaction is prepared. */
  whileOthersWait: Verdict
  /** When both are over, the prepared one by a commit. */
  afterwards: Verdict
  positionCursorWhileOthersWait: Verdict
  /** The moment before the others end: what it has not delivered by then, it would never have. */
  xminReaderWhileOthersWait: Verdict
  xminReaderAfterwards: Verdict
}

const PREPARED = 3
/** Between two looks at a log that was read to its end: several times in the life of a transaction. */
const BREATH_MS = 5

/** Few events by batches of 1, which are slow; most by batches of 100, in larger transactions. */
const partsOf = (events: number): Part[] => [
  { batchSize: 1, events: Math.round(events * 0.01), perStream: 2 },
  { batchSize: 7, events: Math.round(events * 0.1), perStream: 12 },
  { batchSize: 100, events: Math.round(events * 0.89), perStream: 150 },
]

/** Writes all parts one after the other, with the reader of the engine and two others at work meanwhile, and judges. */
export async function tryLateCommits(events: number, onWritten = (_events: number) => {}): Promise<Outcome> {
  const cluster = await startCluster()
  return tryOn(cluster, partsOf(events), onWritten).finally(cluster.stop)
}

async function tryOn(cluster: Cluster, parts: readonly Part[], onWritten: (events: number) => void): Promise<Outcome> {
  await prepareProjections(cluster.projector, [deliveries])
  const elsewhere = await cluster.openIdleElsewhere()
  await elsewhere.begin()
  const commitPrepared = await leavePrepared(cluster)
  const [cursor, xmin] = [positionCursor(cluster.admin), xminReader(cluster.admin)]

  let events = 0
  for (const part of parts) {
    const written = await whileReading(cluster, part.batchSize, [cursor, xmin], () => write(cluster, part))
    onWritten(written)
    events += written
  }
  await readToTheEnd(cursor, xmin)
  const lengths = await lengthsOf(cluster)
  const whileOthersWait = judge(lengths, await deliveredBy(cluster))
  const xminReaderWhileOthersWait = judge(lengths, xmin.delivered)
  const positionCursorWhileOthersWait = judge(lengths, cursor.delivered)

  await elsewhere.end()
  await elsewhere.close()
  await commitPrepared()
  await catchUp({ sql: cluster.projector, definitions: notedDefinitions }, [deliveries])
  await readToTheEnd(xmin)
  const finalLengths = await lengthsOf(cluster)
  const afterwards = judge(finalLengths, await deliveredBy(cluster))
  const xminReaderAfterwards = judge(finalLengths, xmin.delivered)
  return {
    events: events + PREPARED,
    ...{ whileOthersWait, afterwards, positionCursorWhileOthersWait, xminReaderWhileOthersWait, xminReaderAfterwards },
  }
}

/** Has two workers of ours and the others read on until the writing is done, and ours then to the end. */
async function whileReading<T>(
  { projector }: Cluster,
  batchSize: number,
  others: readonly OtherReader[],
  work: () => Promise<T>,
): Promise<T> {
  let isWriting = true
  const options = { sql: projector, definitions: notedDefinitions, batchSize }
  const keepOn = async (readOn: () => Promise<unknown>) => {
    while (isWriting) {
      await readOn()
      await sleep(BREATH_MS)
    }
  }
  const ours = () => catchUp(options, [deliveries])
  const reading = [ours, ours, ...others.map(({ readOn }) => readOn)].map(keepOn)
  const done = await work().finally(() => {
    isWriting = false
  })
  await Promise.all(reading)
  await ours()
  return done
}

async function readToTheEnd(...readers: OtherReader[]): Promise<void> {
  for (const reader of readers) {
    for (let before = -1; before < reader.delivered.length; ) {
      before = reader.delivered.length
      await reader.readOn()
    }
  }
}

/** A transaction with events of a stream of its own that is prepared, and left so. Answers how to commit it. */
async function leavePrepared({ admin, writers }: Cluster): Promise<() => Promise<void>> {
  const key = v7()
  await admin`insert into write.numbered_stream values (${key}, 0)`
  await writers.begin(async (tx) => {
    await note(tx as unknown as TransactionSql, key, PREPARED)
    await tx.prepare('left_open')
  })
  return async () => {
    await writers`commit prepared 'left_open'`
  }
}

async function lengthsOf({ admin }: Cluster): Promise<Map<string, number>> {
  const rows = await admin<{ key: string; last: number }[]>`select key, last from write.numbered_stream`
  return new Map(rows.map(({ key, last }) => [key, last]))
}

function deliveredBy({ admin }: Cluster): Promise<Delivery[]> {
  return admin<Delivery[]>`select key, n, position from read.delivery order by turn`
}
