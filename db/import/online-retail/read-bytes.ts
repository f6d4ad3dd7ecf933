import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { SourceFile } from './source-file'

/** Told how many bytes of the file, as it lies on disk, have been read so far. */
export type OnBytesRead = (bytes: number) => void

/** The file's content, unpacked if it is compressed, in pieces of whatever size comes. */
export function readBytes(file: SourceFile, onBytesRead: OnBytesRead = () => undefined): AsyncIterable<Buffer> {
  const raw = countBytes(createReadStream(file.path), onBytesRead)
  // pipeline hands an error of either stream to whoever reads the last one.
  return file.gzip ? pipeline(raw, createGunzip(), () => undefined) : raw
}

async function* countBytes(chunks: AsyncIterable<Buffer>, onBytesRead: OnBytesRead): AsyncGenerator<Buffer> {
  let read = 0
  for await (const chunk of chunks) {
    read += chunk.length
    onBytesRead(read)
    yield chunk
  }
}
