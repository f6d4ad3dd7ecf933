import { type Layout, layoutOf } from './columns'
import { FileRefused } from './file-refused'
import { type HistoryLine, parseHistoryLine } from './history-line'
import { type OnBytesRead, readBytes } from './read-bytes'
import { readRecords } from './read-records'
import { readWholeLines } from './read-whole-lines'
import type { SourceFile } from './source-file'

/** Reads the file line by line, holding little of it, and refuses it (FileRefused) at the first line that is broken. */
export async function* readHistory(file: SourceFile, onBytesRead?: OnBytesRead): AsyncGenerator<HistoryLine> {
  let layout: Layout | undefined
  let lines = 0
  for await (const record of readRecords(readWholeLines(readBytes(file, onBytesRead)))) {
    if (layout === undefined) {
      layout = layoutOf(record.fields, record.line)
      continue
    }
    lines++
    yield parseHistoryLine(record, layout)
  }
  if (lines === 0) throw new FileRefused('FileEmpty', 'The file holds no line of history.')
}
