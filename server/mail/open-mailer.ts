import type { Mailer } from './mail'
import { mailboxIn } from './mailbox'
import { createMailboxMailer } from './mailbox-mailer'
import { createSmtpMailer } from './smtp-mailer'

export type MailConfig = { smtpUrl: string | undefined; mailFrom: string; dataDir: string }

/** The mail server where one is given, else the mailbox folder. */
export function openMailer({ smtpUrl, mailFrom, dataDir }: MailConfig): Mailer {
  return smtpUrl ? createSmtpMailer(smtpUrl, mailFrom) : createMailboxMailer(mailboxIn(dataDir), mailFrom)
}
