import type { Census } from './census'
import { ImportPlanner, type PlannedCounts } from './import-planner'
import type { PlannedStep } from './planned'
import { readHistory } from './read-history'
import { assertUnchanged, type SourceFile } from './source-file'

/** What one invoice needs, in order, and how far into the file it lies. */
export interface PlannedInvoice {
  readonly steps: readonly PlannedStep[]
  readonly linesRead: number
}

/** The second pass: reads the approved file again and hands out invoice after invoice. Returns what it counted. */
export async function* planImport(file: SourceFile, census: Census): AsyncGenerator<PlannedInvoice, PlannedCounts> {
  await assertUnchanged(file)
  const planner = new ImportPlanner(census)
  let linesRead = 0
  for await (const line of readHistory(file)) {
    linesRead++
    const steps = planner.take(line)
    if (steps.length > 0) yield { steps, linesRead }
  }
  planner.finish()
  return planner.counts
}
