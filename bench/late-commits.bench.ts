import { tryLateCommits } from '@/server/proofs/late-commits/try-late-commits'
import { type Figures, numberOption, startBar } from './bench'

/**
 * Writers that commit late, in any order or not at all, beside transactions that never end: whether the log's reader
 * delivers every event once and in the order of its stream, and what two other kinds of readers do in the same run.
 */
export async function bench(args: string[]): Promise<Figures> {
  const events = numberOption(args, 'events', 200_000)
  const bar = startBar('late commits', events)
  const started = performance.now()
  const outcome = await tryLateCommits(events, bar.add)
  bar.stop()
  const { afterwards, positionCursorWhileOthersWait: cursor, xminReaderWhileOthersWait, xminReaderAfterwards } = outcome
  return {
    events: outcome.events,
    delivered: afterwards.delivered,
    missing: afterwards.missing,
    duplicates: afterwards.duplicates,
    inversions: afterwards.inversions,
    missingWhileOthersWait: outcome.whileOthersWait.missing,
    skippedByPositionCursor: cursor.missing,
    stalledByXminReader: xminReaderWhileOthersWait.missing,
    invertedByXminReader: xminReaderAfterwards.inversions,
    invertedOrStalledByXminReader: xminReaderWhileOthersWait.missing + xminReaderAfterwards.inversions,
    seconds: Math.round((performance.now() - started) / 1000),
  }
}
