import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { FileRefused } from './file-refused'
import type { HistoryLine } from './history-line'
import { parseLondonTime } from './london-time'
import { readHistory } from './read-history'
import { inspectSourceFile } from './source-file'

/** A made-up history that holds each oddity of the real one, few enough lines to add up by hand. */
export const ODDITIES = fileURLToPath(new URL('fixtures/oddities.csv', import.meta.url))

export const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'
export const SOUND_LINE = '700001,10001,OAK TRAY,6,2011-03-26 08:26:00,2.55,20001.0,United Kingdom'

/** Writes a file that lasts as long as the test, and answers its path. */
export async function fileOf(content: string | Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tidemark-history-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'history.csv')
  await writeFile(path, content)
  return path
}

/** All lines of a file. */
export async function linesOf(path: string): Promise<HistoryLine[]> {
  const lines: HistoryLine[] = []
  for await (const line of readHistory(await inspectSourceFile(path))) lines.push(line)
  return lines
}

/** How reading a file of this content is refused. */
export async function refusalOf(content: string | Uint8Array): Promise<FileRefused> {
  try {
    await linesOf(await fileOf(content))
  } catch (error) {
    if (error instanceof FileRefused) return error
    throw error
  }
  throw new Error('The file was not refused.')
}

/** A line of the history of which only what matters to the test is said. */
export function aLine(said: Partial<HistoryLine>): HistoryLine {
  const at = parseLondonTime('2011-03-26 08:26:00') ?? new Date(Number.NaN)
  const sale = { quantity: 1, unitPrice: 100, amount: 100 }
  const who = { customer: '20001', country: 'France' }
  return { line: 2, invoice: '700001', code: '10001', description: 'OAK TRAY', at, ...sale, ...who, ...said }
}
