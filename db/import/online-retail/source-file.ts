import { type FileHandle, open } from 'node:fs/promises'
import { FileRefused } from './file-refused'

/** The file as it stood when it was opened; two passes read it, and both must meet the same bytes. */
export interface SourceFile {
  readonly path: string
  readonly bytes: number
  readonly modifiedMs: number
  readonly gzip: boolean
}

const REFUSALS: Record<string, () => FileRefused> = {
  ENOENT: () => new FileRefused('FileNotFound', 'There is no such file. Check the path.'),
  ENOTDIR: () => new FileRefused('FileNotFound', 'There is no such file. Check the path.'),
  EACCES: () => new FileRefused('FileNotReadable', 'The file may not be read by this user. Change its permissions.'),
  EISDIR: () => notAFile(),
}

const notAFile = () => new FileRefused('FileNotReadable', 'This is not a file. Give the path of the CSV file itself.')

/** Looks at the file without reading it: whether it is there, how long it is and whether it is compressed. */
export async function inspectSourceFile(path: string): Promise<SourceFile> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw REFUSALS[error.code ?? '']?.() ?? error
  })
  try {
    return await look(path, handle)
  } finally {
    await handle.close()
  }
}

async function look(path: string, handle: FileHandle): Promise<SourceFile> {
  const stat = await handle.stat()
  // A pipe cannot be read twice, and the second pass must see what the first one approved.
  if (!stat.isFile()) throw notAFile()
  if (stat.size === 0) throw new FileRefused('FileEmpty', 'The file is empty.')
  const start = Buffer.alloc(2)
  await handle.read(start, 0, 2, 0)
  return { path, bytes: stat.size, modifiedMs: stat.mtimeMs, gzip: start[0] === 0x1f && start[1] === 0x8b }
}

/** Refuses to go on with a file that is no longer the one that was approved. */
export async function assertUnchanged(approved: SourceFile): Promise<void> {
  const now = await inspectSourceFile(approved.path)
  if (now.bytes !== approved.bytes || now.modifiedMs !== approved.modifiedMs) throw changedMeanwhile()
}

export const changedMeanwhile = () =>
  new FileRefused('FileChangedMeanwhile', 'The file was changed while it was being read. Start the import again.')
