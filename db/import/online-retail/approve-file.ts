import { type Census, CensusTaker } from './census'
import type { OnBytesRead } from './read-bytes'
import { readHistory } from './read-history'
import type { SourceFile } from './source-file'

/** The first pass: reads the whole file, refusing it (FileRefused) if anything is wrong, before anything is written. */
export async function approveFile(file: SourceFile, onBytesRead?: OnBytesRead): Promise<Census> {
  const taker = new CensusTaker()
  for await (const line of readHistory(file, onBytesRead)) taker.count(line)
  return taker.census()
}
