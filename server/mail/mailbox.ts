import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'

/** Where letters lie that no mail server takes. */
export const mailboxIn = (dataDir: string) => join(dataDir, 'mailbox')

/** A letter of the mailbox folder, as its list shows it. */
export type Letter = { id: string; at: string; to: string; subject: string }
/** What a letter says; null where that is for its receiver alone. */
type Said = { text: string; html: string | null } | null
export type ReadLetter = Letter & { from: string; messageId: string; file: string; said: Said }

/** Marks a letter of the folder that nobody but its receiver is shown. */
export const SECRET_HEADER = 'x-tidemark-secret'

const ID = /^[0-9a-f-]{36}$/
const SUFFIX = '.eml'

/** The letters of one page, the latest first, and how many there are. A folder that is not there holds none. */
export async function listLetters(
  folder: string,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ letters: Letter[]; total: number }> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(SUFFIX))
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0 })),
  )
  const ids = dated
    .sort((a, b) => b.at - a.at)
    .slice((page - 1) * pageSize, page * pageSize)
    .map(({ name }) => name.slice(0, -SUFFIX.length))
  const letters = await Promise.all(ids.map((id) => findLetter(folder, id)))
  return { letters: letters.filter((letter) => letter !== null), total: names.length }
}

/** One letter, without what it says where that is secret; null where there is none of this id. */
export async function findLetter(folder: string, id: string): Promise<ReadLetter | null> {
  // The id comes from an address: it names a file of this folder, or nothing.
  if (!ID.test(id)) return null
  const file = join(folder, `${id}${SUFFIX}`)
  const source = await readFile(file).catch(() => null)
  if (!source) return null
  const { from, to, subject, date, messageId, text, html, headers } = await PostalMime.parse(source)
  const isSecret = headers.some(({ key }) => key === SECRET_HEADER)
  return {
    id,
    at: date ?? '',
    from: addressText(from),
    to: (to ?? []).map(addressText).join(', '),
    subject: subject ?? '',
    messageId: messageId ?? '',
    file,
    said: isSecret ? null : { text: (text ?? '').trimEnd(), html: html ?? null },
  }
}

function addressText(address: { name?: string; address?: string } | undefined): string {
  if (!address) return ''
  return address.name ? `${address.name} <${address.address ?? ''}>` : (address.address ?? '')
}
