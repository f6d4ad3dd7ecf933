import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Mailer } from './mail'
import { SECRET_HEADER } from './mailbox'

/**
 * Writes letters into a folder, for shops without a mail server. A letter has one name, so that however often it is
 * sent there is one of it; and it gets that name when it is whole, so that nobody reads half of it.
 */
export function createMailboxMailer(folder: string, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    async send({ messageId, to, subject, text, html, isSecret }) {
      const headers = isSecret ? { [SECRET_HEADER]: 'yes' } : {}
      const mail = { from, to, subject, text, html, messageId: `<${messageId}>`, headers }
      const { message } = await transport.sendMail(mail)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = join(folder, `${messageId.split('@')[0]}.eml`)
      const part = `${file}.${randomUUID()}.part`
      await writeFile(part, message as Buffer, { mode: 0o600 })
      await rename(part, file)
    },
    close() {},
  }
}
