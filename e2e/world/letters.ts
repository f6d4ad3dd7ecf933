import { readFile } from 'node:fs/promises'
import PostalMime from 'postal-mime'
import { findLetter, listLetters, mailboxIn } from '../../server/mail/mailbox'
import { childPid, environmentOf } from './processes'

/** What the latest letter to somebody says, from the folder of the shop under test; null where there is none yet. */
export async function latestLetterTo(address: string): Promise<string | null> {
  const folder = mailboxIn(environmentOf(childPid('worker'))?.TIDEMARK_DATA_DIR ?? '')
  const { letters } = await listLetters(folder, { page: 1, pageSize: 25 })
  const latest = letters.find(({ to }) => to.includes(address))
  const letter = latest && (await findLetter(folder, latest.id))
  return letter ? ((await PostalMime.parse(await readFile(letter.file))).text ?? null) : null
}
