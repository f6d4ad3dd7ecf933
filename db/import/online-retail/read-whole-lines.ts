import { isUtf8 } from 'node:buffer'
import { FileRefused } from './file-refused'

const NEW_LINE = 0x0a
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])
/** No line of such a history is near this; without a bound, a file that is not text would be held whole in memory. */
const LONGEST_LINE = 1 << 20

/**
 * Passes the text on in pieces of whole lines and proves three things on the way: it is UTF-8, it is text, and its last
 * line is whole. Cut at line ends, because no character of UTF-8 spans one: each piece can then be judged by itself.
 */
export async function* readWholeLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  let line = 1
  let first = true
  try {
    for await (const chunk of chunks) {
      const text: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      const end = text.lastIndexOf(NEW_LINE) + 1
      rest = text.subarray(end)
      if (rest.length > LONGEST_LINE) throw notLines(line)
      if (end === 0) continue
      const whole = text.subarray(first && startsWithMark(text) ? BYTE_ORDER_MARK.length : 0, end)
      first = false
      line = assertText(whole, line)
      yield whole
    }
  } catch (error) {
    throw unpackingRefusal(error, line)
  }
  if (rest.length > 0) throw unfinished(rest, line)
}

const startsWithMark = (text: Buffer) => text.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)

/** Answers the number of the line after the piece. */
function assertText(piece: Buffer, firstLine: number): number {
  const sound = isUtf8(piece) && !piece.includes(0)
  let line = firstLine
  for (let from = 0; from < piece.length; line++) {
    const end = piece.indexOf(NEW_LINE, from) + 1
    if (!sound) assertLineIsText(piece.subarray(from, end), line)
    from = end
  }
  return line
}

function assertLineIsText(bytes: Buffer, line: number): void {
  if (bytes.includes(0)) throw new FileRefused('FileNotCsv', 'There are zero bytes: this is not plain text.', line)
  if (!isUtf8(bytes)) {
    throw new FileRefused('FileNotUtf8', 'This line is not valid UTF-8. Save the file as CSV in UTF-8.', line)
  }
}

const notLines = (line: number) =>
  new FileRefused('FileNotCsv', `The line is longer than ${LONGEST_LINE} bytes: this is not a CSV file.`, line)

function unfinished(rest: Buffer, line: number): FileRefused {
  const body = line === 1 && startsWithMark(rest) ? rest.subarray(BYTE_ORDER_MARK.length) : rest
  if (body.length === 0) return new FileRefused('FileEmpty', 'The file is empty.')
  assertLineIsText(body, line)
  return new FileRefused(
    'FileCutOff',
    'The file ends in the middle of this line. Fetch it again; if it is complete, end it with a line break.',
    line,
  )
}

/** zlib's two ways to say that a compressed file is not whole. */
function unpackingRefusal(error: unknown, line: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'Z_BUF_ERROR') {
    return new FileRefused('FileCutOff', 'The compressed file ends here, too early. Fetch it again.', line)
  }
  if (code === 'Z_DATA_ERROR') {
    return new FileRefused('FileCutOff', 'The compressed file is damaged here. Fetch it again.', line)
  }
  return error
}
