import { resolve } from 'node:path'
import { approveFile } from '@/db/import/online-retail/approve-file'
import type { Census } from '@/db/import/online-retail/census'
import { HISTORY_CURRENCY } from '@/db/import/online-retail/commands'
import { FileRefused } from '@/db/import/online-retail/file-refused'
import type { PlannedCounts } from '@/db/import/online-retail/import-planner'
import { ImportRefused } from '@/db/import/online-retail/import-refused'
import { inspectSourceFile, type SourceFile } from '@/db/import/online-retail/source-file'
import { summaryOf } from '@/db/import/online-retail/summary'
import { migrate } from '@/db/migrate'
import { parseDeployment, parseShopEnv } from '@/server/config'
import { StartRefusal } from '@/server/start-refusal'
import { bringUpToDate } from './import/bring-up-to-date'
import { openReport, type Report } from './import/open-report'
import { parseArguments } from './import/parse-arguments'
import { withBar } from './import/progress'
import { record, rehearse } from './import/record'
import { stopSignal } from './import/stop-signal'
import { joinDatabase } from './supervisor/open-database'
import { seedIfEmpty } from './supervisor/seed-if-empty'

const STOPPED = 'Stopped. The same command goes on where this one stopped.'
const signal = stopSignal()

try {
  await runImport()
} catch (error) {
  const isStop = signal.aborted && error === signal.reason
  const isExpected = [StartRefusal, FileRefused, ImportRefused].some((kind) => error instanceof kind)
  console.error(isStop ? STOPPED : isExpected ? (error as Error).message : error)
  process.exitCode = isStop ? 130 : 1
}

async function runImport(): Promise<void> {
  const { file: given, isCheck } = parseArguments(process.argv.slice(2))
  // npm moves to the project's folder; what was typed is meant from where it was typed.
  const from = process.env.INIT_CWD ?? process.cwd()
  const file = await inspectSourceFile(resolve(from, given))
  const census = await withBar('Checking the file', (progress) => {
    progress.total(file.bytes)
    return approveFile(file, (bytes) => {
      signal.throwIfAborted()
      progress.reach(bytes)
    })
  })
  const report = openReport(from, given)
  const counts = isCheck ? await plan(file, census, report) : await recordAndProject(file, census, report)
  await report.close()
  if (counts === 'stopped') throw signal.reason
  console.log(`\n${summaryOf(census, counts)}`)
  console.log(`What was not imported stands in ${report.path}, with the reasons.`)
}

function plan(file: SourceFile, census: Census, report: Report): Promise<PlannedCounts> {
  return withBar('Planning', (progress) => rehearse({ file, census, onListed: report.add, progress, signal }))
}

async function recordAndProject(file: SourceFile, census: Census, report: Report): Promise<PlannedCounts | 'stopped'> {
  const deployment = parseDeployment(process.env)
  const { currency, timeZone } = parseShopEnv(process.env)
  if (currency !== HISTORY_CURRENCY)
    throw new StartRefusal(
      `The history is in ${HISTORY_CURRENCY} and the shop in ${currency}: set SHOP_CURRENCY=${HISTORY_CURRENCY}.`,
    )
  const database = await joinDatabase(deployment)
  try {
    await migrate(database.ownerUrl, { sessionSecret: database.sessionSecret })
    // An import that comes before the first start must not make the shop look lived in, and leave it without its shelves.
    if (deployment.demo) await seedIfEmpty(database)
    const { COMMAND_DATABASE_URL: commandUrl, PROJECTOR_DATABASE_URL: projectorUrl } = database
    const counts = await withBar('Recording', (progress) =>
      record({ commandUrl, file, census, onListed: report.add, progress, signal }),
    )
    if (counts === 'stopped') return counts
    await withBar('Projecting', (progress) => bringUpToDate({ projectorUrl, timeZone, signal, progress }))
    return signal.aborted ? 'stopped' : counts
  } finally {
    await database.close()
  }
}
