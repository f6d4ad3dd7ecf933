import type { Census } from '@/db/import/online-retail/census'
import type { PlannedCounts } from '@/db/import/online-retail/import-planner'
import { planImport } from '@/db/import/online-retail/plan-import'
import type { ListedLine } from '@/db/import/online-retail/planned'
import { recordHistory } from '@/db/import/online-retail/record-history'
import type { SourceFile } from '@/db/import/online-retail/source-file'
import { createDispatcher } from '@/server/engine/commands/dispatch'
import { connect } from '@/server/engine/database/postgres'
import { eventDefinitions as definitions } from '@/server/events/registry'
import { effects } from '@/server/write/registry'
import type { Progress } from './progress'

type Options = {
  commandUrl: string
  file: SourceFile
  census: Census
  onListed: (line: ListedLine) => void
  progress: Progress
  signal: AbortSignal
}

/** Records the history through the same commands and events as everything else. */
export async function record({ commandUrl, file, census, onListed, progress, signal }: Options) {
  // A crash may lose the last commits, whole; the next run finds them missing and does them again.
  const settings = { synchronous_commit: 'off' }
  const sql = connect(commandUrl, { name: 'tidemark import', settings })
  // Workers sweep the log every second; a wake-up for each of many thousand invoices would only delay them.
  const dispatcher = createDispatcher({ sql, definitions, effects, onCommitted: () => undefined })
  progress.total(census.read.lines)
  try {
    const plan = planImport(file, census)
    return await recordHistory({ dispatcher, plan, onListed, onProgress: progress.reach, signal })
  } finally {
    await sql.end()
  }
}

/** Plans without recording, to see what an import would do. */
export async function rehearse({ file, census, onListed, progress, signal }: Omit<Options, 'commandUrl'>) {
  const plan = planImport(file, census)
  progress.total(census.read.lines)
  let next = await plan.next()
  while (!next.done) {
    signal.throwIfAborted()
    for (const step of next.value.steps) if (step.kind === 'listed') onListed(step)
    progress.reach(next.value.linesRead)
    next = await plan.next()
  }
  return next.value satisfies PlannedCounts
}
