import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { FileRefused } from './file-refused'

/** One record of the CSV file and the line it begins on. */
export interface CsvRecord {
  readonly line: number
  readonly fields: readonly string[]
}

/** A quote that is never closed would swallow the rest of the file; a record of this length has lost one. */
const LONGEST_RECORD = 128 * 1024

/** Splits whole lines into records. Blank lines hold nothing and are passed over, but counted. */
export async function* readRecords(wholeLines: AsyncIterable<Buffer>): AsyncGenerator<CsvRecord> {
  let nextLine = 1
  const beginnings: number[] = []
  const parser = parse({
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
    record_delimiter: ['\n', '\r\n'],
    // Counted inside the parser, so that the number is right also when the next record is the broken one. Its own
    // `info` option counts as well, but doubles the time.
    on_record: (fields: string[]) => {
      const line = nextLine
      nextLine += 1 + breaksInside(fields)
      if (fields.length === 1 && fields[0] === '') return null
      beginnings.push(line)
      return fields
    },
  })
  try {
    const records: AsyncIterable<string[]> = pipeline(Readable.from(wholeLines), parser, () => undefined)
    for await (const fields of records) yield { line: beginnings.shift() ?? nextLine, fields }
  } catch (error) {
    throw error instanceof CsvError ? quoteRefusal(error, nextLine) : error
  }
}

function breaksInside(fields: readonly string[]): number {
  let breaks = 0
  for (const field of fields) if (field.includes('\n')) breaks += field.split('\n').length - 1
  return breaks
}

function quoteRefusal(error: CsvError, line: number): FileRefused {
  if (line === 1) return new FileRefused('FileNotCsv', 'The first line is no header of a CSV file.', line)
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return new FileRefused('QuoteNeverClosed', 'A quoted field begins here and is never closed.', line)
    default:
      return new FileRefused(
        'QuoteMisplaced',
        'A quote stands where none may: quote the whole field and double the quotes inside it.',
        line,
      )
  }
}
