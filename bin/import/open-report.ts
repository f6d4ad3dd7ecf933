import { createWriteStream } from 'node:fs'
import { basename, join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { ListedLine } from '@/db/import/online-retail/planned'
import { REPORT_HEADER, reportLine } from '@/db/import/online-retail/report'

export type Report = { path: string; add: (line: ListedLine) => void; close: () => Promise<void> }

/** Begins the report of what is not imported, in a folder; a second run writes it anew. */
export function openReport(folder: string, file: string): Report {
  const name = `import-report-${basename(file)
    .replace(/\.gz$/, '')
    .replace(/\.csv$/, '')}.csv`
  const path = join(folder, name)
  const stream = createWriteStream(path)
  const done = finished(stream)
  // Told at the end; until then the error must not count as one that nobody looks at.
  done.catch(() => undefined)
  stream.write(REPORT_HEADER)
  return {
    path,
    add: (line) => void stream.write(reportLine(line)),
    close: () => {
      stream.end()
      return done
    },
  }
}
